import {readFileSync, writeFileSync, rmSync} from 'node:fs';
import {test} from 'vitest';
import {openTerminal} from '../../harness/terminal.ts';
import {wrapLine} from '../../../source/wizard/editor/layout.ts';
const program='/work/main/node_modules/.cache/handoff-wizard-test/editor-program.js';
const text = Array.from({length: 400}, (_, i) => `w${i}`).join(' ').slice(0,2000).trimEnd();
test('burst', async()=>{
let bad=0;
for (let n=0;n<40;n++){
  rmSync('/tmp/exp/text',{force:true});
  const t = openTerminal({command: process.execPath, args:[program,'/tmp/exp/text'], env:{NODE_ENV:'production'}});
  let raw='';
  const orig=t.terminal.write.bind(t.terminal);
  t.terminal.write=((d:any,cb:any)=>{raw+=d;return orig(d,cb)}) as any;
  await t.waitFor('Write here');
  const t0=performance.now();
  for (const l of text) t.write(l);
  await t.waitFor(rows=>rows.some(r=>r.includes('w399')));
  const ms=performance.now()-t0;
  await new Promise(r=>setTimeout(r,100));
  const rows=t.screen();
  const expected=wrapLine(text,78).slice(-23).map(r=>text.slice(r.start,r.end).trimEnd());
  const got=rows.slice(1).map(r=>r.slice(0,78).trimEnd()).filter(r=>r!=='');
  const same=readFileSync('/tmp/exp/text','utf8')===text;
  const diff=expected.filter((e,i)=>got[i]!==e);
  if(diff.length){bad++; console.log(n, ms.toFixed(0), 'file', same, 'diff', diff.length, diff.map((e)=>got[expected.indexOf(e)])); writeFileSync(`/tmp/exp/raw${n}.txt`,raw);}
  await t.close();
}
console.log({bad});
}, 120000);
