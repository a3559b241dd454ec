// Asks a server for pages at a steady pace until it is told to stop, in a process of its own so that it shares no thread
// with what it measures. Arguments: address, milliseconds between questions, paths. Says the p95 of the waits in ms.
const [url, every, ...paths] = process.argv.slice(2);
const times = [];
const open = [];
let going = true;
let nth = 0;
process.stdin.on("data", () => {
  going = false;
});
const ask = async (due) => {
  nth += 1;
  const headers = { "accept-language": "zh-CN", "x-forwarded-for": `10.2.${nth % 200}.1` };
  const answer = await fetch(`${url}${paths[nth % paths.length]}`, { headers });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a page answered ${answer.status}`);
  times.push(performance.now() - due);
};
let due = performance.now();
while (going) {
  due += Number(every);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
  open.push(ask(due));
}
await Promise.all(open);
times.sort((a, b) => a - b);
console.log(JSON.stringify({ p95: times[Math.floor(times.length * 0.95)] ?? 0, asked: times.length }));
process.exit(0);
