// The static index: its files, asked once, and what stands in them.

export class LostConnection extends Error {}

const files = new Map();

const unpacked = async (response) => {
  const packed = await response.arrayBuffer();
  const head = new Uint8Array(packed, 0, 2);
  if (head[0] !== 31 || head[1] !== 139) return packed;
  return new Response(new Response(packed).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};

// A file of the index, once. A lost one is asked again the next time.
const file = (url, read) => {
  if (!files.has(url)) {
    const loading = fetch(url)
      .then((response) => (response.ok ? unpacked(response) : Promise.reject()))
      .then((data) => read(new Uint8Array(data)))
      .catch(() => {
        files.delete(url);
        throw new LostConnection(url);
      });
    files.set(url, loading);
  }
  return files.get(url);
};

const text = new TextDecoder();
const json = (data) => JSON.parse(text.decode(data));

// What stands at the head of the index. `keys` holds the first key of each shard: how many letters it shares
// with the one before, and the others; `marks` three letters of the contents of each.
const head = (data) => {
  const root = json(data);
  let key = "";
  root.shards = root.keys.split(",").map((each, place) => {
    key = key.slice(0, parseInt(each[0], 36)) + each.slice(1);
    return [key, root.marks.slice(3 * place, 3 * place + 3)];
  });
  return root;
};

// The last of sorted `rows` whose first key is not after `key`.
const at = (rows, key) => {
  let low = 0;
  let high = rows.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] <= key) low = middle;
    else high = middle;
  }
  return rows[low];
};

class Reader {
  constructor(data) {
    this.data = data;
    this.place = 0;
  }
  number() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.data[this.place++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
  words(length) {
    return text.decode(this.data.subarray(this.place, (this.place += length)));
  }
}

// A shard as key -> variants; the postings of a variant are read when they are needed.
const shard = (data) => {
  const reader = new Reader(data);
  const entries = new Map();
  let key = "";
  while (reader.place < data.length) {
    key = key.slice(0, reader.number()) + reader.words(reader.number());
    const variants = [];
    for (let left = reader.number(); left > 0; left--) {
      const words = reader.words(reader.number()).split(" ");
      const frequency = reader.number();
      const postings = [];
      let id = 0;
      for (let kept = reader.number(); kept > 0; kept--) {
        const step = reader.number();
        id += Math.floor(step / 4);
        postings.push(id, step & 3);
      }
      variants.push({ words, frequency, postings });
    }
    entries.set(key, variants);
  }
  return entries;
};

const summed = (steps) => {
  let id = 0;
  return new Set(steps.map((step) => (id += step)));
};

export class Index {
  constructor(base) {
    this.base = base;
  }
  root() {
    return file(`${this.base}goc.json`, head);
  }
  async shard(key) {
    const [first, mark] = at((await this.root()).shards, key);
    return file(`${this.base}${encodeURIComponent(first).replace(/%/g, "_")}-${mark}`, shard);
  }
  async term(key) {
    return (await this.shard(key)).get(key) ?? [];
  }
  async vocabulary() {
    return file(`${this.base}${(await this.root()).words}`, (data) => text.decode(data).split(" "));
  }
  // Names of sets of documents (`kind:directive`, `topic:…`, `force:…`) -> their ids.
  async sets() {
    return file(`${this.base}${(await this.root()).sets}`, (data) =>
      Object.fromEntries(Object.entries(json(data)).map(([name, steps]) => [name, summed(steps)])),
    );
  }
  card(id) {
    return file(`${this.base}bai/${id.toString(36)}`, json);
  }
}
