// Cases on standard input -> on standard output each text as the editor saves it after the case's changes.
import { readFileSync } from 'node:fs';
import * as forms from '../.editor/formats.js';

function change(value, [path, one]) {
  const parts = path.split('.');
  const last = parts.pop();
  const room = parts.reduce((whole, part) => whole[part], value);
  if (one === null) delete room[last];
  else room[last] = one;
}

const cases = JSON.parse(readFileSync(0, 'utf8'));
const texts = cases.map(({ form, text, change: changes }) => {
  const value = forms[form].fromFile(text.trim());
  Object.entries(changes ?? {}).forEach((one) => change(value, one));
  return `${forms[form].toFile(value).trim()}\n`;
});
process.stdout.write(JSON.stringify(texts));
