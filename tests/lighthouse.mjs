// node lighthouse.mjs FOLDER RUNS, addresses on standard input, one a line -> after each run one line of JSON.
// Lighthouse and what starts the browser lie in the node_modules of FOLDER; CHROME_PATH names the browser.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, runs] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${folder}/node_modules/${path}`));
const { default: lighthouse } = await load('lighthouse/core/index.js');
const { launch } = await load('chrome-launcher/dist/index.js');

const addresses = readFileSync(0, 'utf8').trim().split('\n');
const options = { onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'], logLevel: 'silent' };
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const chrome = await launch({ chromeFlags });
try {
  for (let run = 0; run < Number(runs); run += 1) {
    for (const address of addresses) {
      const { lhr } = await lighthouse(address, { ...options, port: chrome.port });
      const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
      const missed = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight && (lhr.audits[id].score ?? 1) < 0.9).map(({ id }) => id);
      const figure = (id) => lhr.audits[id].numericValue;
      process.stdout.write(`${JSON.stringify({
        address,
        ...Object.fromEntries(scores),
        lcp_ms: figure('largest-contentful-paint'),
        cls: figure('cumulative-layout-shift'),
        tbt_ms: figure('total-blocking-time'),
        missed,
        error: lhr.runtimeError?.code,
      })}\n`);
    }
  }
} finally {
  await chrome.kill();
}
