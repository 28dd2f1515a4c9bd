import { serve, browser } from "./harness.mjs";
import { withMadePage, noted, reports } from "./made-page.mjs";
const PARAGRAPHS = ["“It works well,” said Clara Boyle, the mayor, on Monday.","Tom Hale said that the bridge would “never” be ready. He owns a bakery on the north bank.","The work will cost four million dollars, and the state will pay half of it, according to Boyle.","“We have waited for this since the spring,” she added, and thanked the engineers."];
const long = (count) => Array.from({ length: count }, (_, index) => `<p>${PARAGRAPHS[index % 4]}</p>`).join("");
const s = await serve(), b = await browser();
await withMadePage({browser:()=>b, origin:()=>s.origin}, `<article>${long(400)}</article>`, async (page) => {
 await page.waitForTimeout(1500);
 await b.startTracing(page, { categories: ["devtools.timeline","toplevel","disabled-by-default-devtools.timeline","v8","disabled-by-default-v8.cpu_profiler","blink.user_timing"] });
 await page.evaluate(() => { const w = document.createElement("who-said"); w.setAttribute("for","article");  document.body.append(w); });
 await reports(page); await page.waitForTimeout(500);
 const trace = JSON.parse((await b.stopTracing()).toString());
 const main = trace.traceEvents.filter(e=>e.name==="thread_name"&&e.args.name==="CrRendererMain").map(e=>e.pid+"/"+e.tid);
 const tasks = trace.traceEvents.filter(e=>/RunTask$/.test(e.name)&&e.ph==="X"&&main.includes(e.pid+"/"+e.tid)&&(e.tdur??0)>40000);
 for (const t of tasks) { const inner = trace.traceEvents.filter(e=>e.ph==="X"&&e.pid===t.pid&&e.tid===t.tid&&e.ts>=t.ts&&e.ts<=t.ts+t.dur&&e!==t&&(e.tdur??0)>15000).map(e=>`${e.name} ${Math.round(e.tdur/1000)} ${e.args?.data?.functionName??""}`); console.log(Math.round(t.tdur/1000), Math.round(t.dur/1000), inner.slice(0,9).join(" | ")); }
 const big = tasks.filter(t=>t.tdur>45000);
 const nodes = new Map(); let time = 0; const samples = [];
 const prof = trace.traceEvents.filter(e=>e.name==="Profile"&&main.includes(e.pid+"/"+e.tid)).map(e=>e.id);
 for (const e of trace.traceEvents.filter(e=>(e.name==="Profile"||e.name==="ProfileChunk")&&prof.includes(e.id))) { if (e.name==="Profile") time = e.args.data.startTime; const d = e.args.data; for (const n of d.cpuProfile?.nodes ?? []) nodes.set(n.id, n); (d.cpuProfile?.samples??[]).forEach((id,i)=>{ time += d.timeDeltas[i]; samples.push([time,id]); }); }
 for (const t of big) { const count = {}; for (const [at,id] of samples) if (at>=t.ts&&at<=t.ts+t.dur) { let n = nodes.get(id); const path=[]; while(n&&path.length<3){path.push(n.callFrame.functionName+":"+n.callFrame.columnNumber); n=nodes.get(n.parent);} const k=path.join("<"); count[k]=(count[k]??0)+1; } console.log(Math.round(t.tdur/1000), Object.entries(count).sort((a,b)=>b[1]-a[1]).slice(0,6)); }
 console.log((await noted(page)).tasks);
}, { slower: 4 });
await b.close(); s.close();
