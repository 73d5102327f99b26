import {launch} from 'puppeteer-core';
const [,, file, out] = process.argv;
const b = await launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p = await b.newPage();
for (const w of [1280,400]) { await p.setViewport({width:w,height:w===400?1600:1100}); await p.goto('file://'+file); await p.screenshot({path:`${out}-${w}.png`}); }
await p.pdf({path:`${out}-print.pdf`,preferCSSPageSize:true,printBackground:true});
await b.close();
