// A text as a QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 10, that is up to 213 bytes.
// Fetched by pages only when a code is wanted. Held to the codes of the build by tests/test_sharing.py.
const QUIET = 4; // modules of white around a code, which the standard asks for
// By version, level M: codewords in all, blocks they are divided into, codewords of correction in each block.
const WORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];
const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const MASKS = [
  (y, x) => (x + y) % 2,
  (y) => y % 2,
  (y, x) => x % 3,
  (y, x) => (x + y) % 3,
  (y, x) => ((y >> 1) + Math.floor(x / 3)) % 2,
  (y, x) => ((x * y) % 2) + ((x * y) % 3),
  (y, x) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (y, x) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];
const upto = (count) => [...Array(count).keys()];

// The field of 256 elements over x^8+x^4+x^3+x^2+1.
const times = (a, b) => {
  let product = 0;
  for (; b; b >>= 1, a = (a << 1) ^ (a & 128 ? 0x11d : 0)) product ^= b & 1 ? a : 0;
  return product;
};
const generator = (degree) => {
  let [terms, root] = [[1], 1];
  for (; degree; degree--, root = times(root, 2)) {
    terms = [...terms, 0].map((term, at) => term ^ (at ? times(terms[at - 1], root) : 0));
  }
  return terms;
};
const checks = (block, terms) => {
  const rest = [...block, ...terms.slice(1).fill(0)];
  block.forEach((_, at) => {
    const lead = rest[at];
    terms.forEach((term, by) => (rest[at + by] ^= times(term, lead)));
  });
  return rest.slice(block.length);
};
const woven = (rows) => upto(Math.max(...rows.map((row) => row.length))).flatMap((at) => rows.map((row) => row[at]));

// The codewords of the bytes, in the order in which they are placed.
const codewords = (bytes, at) => {
  const count = at < 9 ? [bytes.length >> 4, bytes.length] : [0, 0, bytes.length >> 4, bytes.length];
  const halves = [4, ...count, ...[...bytes].flatMap((byte) => [byte >> 4, byte]), 0].map((half) => half & 15);
  const data = halves.flatMap((half, place) => (place % 2 ? [] : (half << 4) | halves[place + 1]));
  const wanted = WORDS[at] - BLOCKS[at] * CHECKS[at];
  if (data.length < wanted) data.push(0); // as the build's library pads: readers stop before it
  while (data.length < wanted) data.push(...[0xec, 0x11].slice(0, wanted - data.length));
  const [size, longer] = [Math.floor(wanted / BLOCKS[at]), wanted % BLOCKS[at]];
  const blocks = upto(BLOCKS[at]).map((place) => data.splice(0, size + (place >= BLOCKS[at] - longer)));
  const terms = generator(CHECKS[at]);
  const both = [woven(blocks), woven(blocks.map((block) => checks(block, terms)))].flat();
  return both.filter((word) => word !== undefined);
};

// A number with the remainder of its division behind it.
const guarded = (value, polynomial, bits) => {
  let rest = value << bits;
  for (let at = 31 - Math.clz32(rest); at >= bits; at = 31 - Math.clz32(rest)) rest ^= polynomial << (at - bits);
  return (value << bits) | rest;
};

// What stands in every code of a version; null where data goes.
const frame = (at) => {
  const size = 21 + 4 * at;
  const grid = upto(size).map(() => Array(size).fill(null));
  const square = (y, x, radius, dark) => {
    for (const down of upto(2 * radius + 1)) {
      for (const right of upto(2 * radius + 1)) {
        const far = Math.max(Math.abs(down - radius), Math.abs(right - radius));
        const row = grid[y + down - radius];
        if (row && x + right - radius in row) row[x + right - radius] = +dark(far);
      }
    }
  };
  upto(size).forEach((place) => (grid[6][place] = grid[place][6] = (place + 1) % 2));
  for (const [y, x] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(y, x, 4, (far) => far < 2 || far === 3);
  const places = at < 6 ? [6, size - 7] : [6, (size - 1) / 2, size - 7];
  const corners = ["6 6", `6 ${size - 7}`, `${size - 7} 6`];
  for (const y of at ? places : []) {
    for (const x of places) if (!corners.includes(`${y} ${x}`)) square(y, x, 2, (far) => far !== 1);
  }
  told(grid, 0, 0);
  return grid;
};
// Level, mask and version, written into a grid: nothing of them counts when masks are compared.
const told = (grid, form, version) => {
  const size = grid.length;
  for (const bit of upto(15)) {
    const value = (form >> bit) & 1;
    const [row, column] = bit < 8 ? [bit + (bit > 5), 8] : [8, 14 - bit + (bit < 9)];
    grid[row][column] = value;
    if (bit < 8) grid[8][size - 1 - bit] = value;
    else grid[size - 15 + bit][8] = value;
  }
  grid[size - 8][8] = +(form > 0);
  for (const bit of size > 41 ? upto(18) : []) {
    const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    grid[far][near] = grid[near][far] = (version >> bit) & 1;
  }
};

const placed = (grid, words) => {
  const size = grid.length;
  const free = [];
  for (let [right, up] = [size - 1, true]; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (const step of upto(size)) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (grid[y][x] === null) free.push([y, x]);
    }
  }
  free.forEach(([y, x], at) => (grid[y][x] = (words[at >> 3] >> (7 - (at & 7))) & 1));
  return free;
};

const penalty = (grid) => {
  const rows = grid.map((row) => row.join(""));
  const columns = grid.map((_, at) => grid.map((row) => row[at]).join(""));
  let [points, dark] = [0, 0];
  for (const line of [...rows, ...columns]) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * [...`0000${line}0000`.matchAll(/00001011101|1011101(?=0000)/g)].length;
  }
  grid.forEach((row, y) => row.forEach((one, x) => {
    dark += one;
    const before = y && x && [row[x - 1], grid[y - 1][x], grid[y - 1][x - 1]];
    if (before && before.every((other) => other === one)) points += 3;
  }));
  return points + 10 * Math.floor(Math.abs((100 * dark) / grid.length ** 2 - 50) / 5);
};

// The modules of a text's code, row by row, 1 for dark; null for a text that is too long.
export const matrix = (text) => {
  const bytes = new TextEncoder().encode(text);
  const room = (at) => WORDS[at] - BLOCKS[at] * CHECKS[at] - (at < 9 ? 2 : 3);
  const at = WORDS.findIndex((_, version) => bytes.length <= room(version));
  if (at < 0) return null;
  const grid = frame(at);
  const free = placed(grid, codewords(bytes, at));
  const masked = MASKS.map((mask, number) => {
    const one = grid.map((row) => [...row]);
    for (const [y, x] of free) one[y][x] ^= +!mask(y, x);
    return { one, number, points: penalty(one) };
  });
  const best = masked.reduce((first, other) => (other.points < first.points ? other : first));
  told(best.one, guarded(best.number, 0x537, 10) ^ 0x5412, guarded(at + 1, 0x1f25, 12));
  return best.one;
};

// The code as an element that scales, dark on white whatever is around it; `words` is its name.
export const drawn = (text, words) => {
  const rows = matrix(text);
  if (!rows) return null;
  const size = rows.length + 2 * QUIET;
  const element = (tag, marks) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(marks)) made.setAttribute(name, value);
    return made;
  };
  const runs = rows.flatMap((row, y) =>
    [...row.join("").matchAll(/1+/g)].map((run) => `M${run.index + QUIET} ${y + QUIET}h${run[0].length}v1h-${run[0].length}z`),
  );
  const code = element("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": words, class: "code" });
  code.append(element("path", { d: `M0 0h${size}v${size}H0z`, fill: "#fff" }), element("path", { d: runs.join(""), fill: "#000" }));
  return code;
};
