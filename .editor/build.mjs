// Builds the web editor from its package, which npm put beside this file, into the folder `site`: `make editor`.
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const to = path.join(here, 'site');
const cms = path.join(here, 'node_modules', '@sveltia', 'cms');
const assets = path.join(cms, 'npm', 'assets');
const names = (await readdir(assets)).filter((name) => !/\.map$|^marker-/.test(name));

// Maps, drawings and highlighted code are in no field of ours; of the languages only Vietnamese is spoken.
const UNUSED = /^(@shikijs\/|terra-draw|leaflet|svgo|turndown)/;
const FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+?)(?::vf)?@[\d.]+\//g;
const STATUS = 'https://www.githubstatus.com/api/v2/status.json';

// The package's letters come from its own folder, and nobody is asked how the Git host is today.
function atHome(code) {
  const fonts = [...code.matchAll(FONT)].map(([, font]) => font);
  if (fonts.length !== 3 || !code.includes(STATUS)) throw new Error('The package has changed: look where it asks.');
  return code
    .replace(/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+?)(?::vf)?@[\d.]+\/[\w-]+\.woff2/g, (_, font) => {
      const name = names.find((one) => one.startsWith(`${font}-`) && one.endsWith('.woff2'));
      return `assets/${name}`;
    })
    .replaceAll(STATUS, 'data:application/json,{"status":{"indicator":"none"}}');
}

// The package's Vietnamese, with the words that it lacks, and with words for staff where it speaks of repositories.
async function inWords(file) {
  const [strings, english, ours] = await Promise.all(
    [file, path.join(path.dirname(file), 'en-US.json'), path.join(here, 'words.json')].map(async (one) =>
      JSON.parse(await readFile(one, 'utf8')),
    ),
  );
  for (const [name, words] of Object.entries(ours)) {
    const place = name.split('.');
    const last = place.pop();
    if (!(last in place.reduce((one, part) => one[part], english))) throw new Error(`The package has no ${name}.`);
    place.reduce((one, part) => (one[part] ??= {}), strings)[last] = words;
  }
  return JSON.stringify(strings);
}

const narrow = {
  name: 'narrow',
  setup(on) {
    on.onResolve({ filter: UNUSED }, () => ({ path: 'nothing', namespace: 'nothing' }));
    on.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
    on.onResolve({ filter: /locales\/[\w-]+\.json$/ }, () => ({ path: path.join(cms, 'locales', 'vi.json') }));
    on.onLoad({ filter: /locales\/vi\.json$/ }, async ({ path: file }) => ({ contents: await inWords(file), loader: 'json' }));
    on.onLoad({ filter: /cms\/npm\/index\.js$/ }, async ({ path: file }) => ({
      contents: atHome(await readFile(file, 'utf8')),
    }));
  },
};

await rm(to, { recursive: true, force: true });
await mkdir(to, { recursive: true });
await build({
  entryPoints: [path.join(here, 'start.js')],
  outdir: to,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  chunkNames: 'parts/[name]-[hash]',
  plugins: [narrow],
  legalComments: 'linked',
  logLevel: 'error',
});
for (const name of names) await cp(path.join(assets, name), path.join(to, 'assets', name));
await cp(path.join(here, 'page.css'), path.join(to, 'page.css'));
await cp(path.join(cms, 'LICENSE.txt'), path.join(to, 'LICENSE.txt'));
