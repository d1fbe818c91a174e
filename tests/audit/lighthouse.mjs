// Prints as JSON, of each address given, what Lighthouse gives less than 100 to.
import lighthouse, { desktopConfig } from "lighthouse";
import { launch } from "chrome-launcher";

const [, , chromePath, ...addresses] = process.argv;
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox"] });
const missed = [];
for (const address of addresses) {
  for (const [screen, config] of Object.entries({ phone: undefined, desktop: desktopConfig })) {
    const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent" }, config);
    for (const { id, score } of Object.values(lhr.categories)) {
      if (score < 1) missed.push(`${address} on a ${screen}: ${id} ${Math.round(100 * score)}`);
    }
  }
}
await chrome.kill();
console.log(JSON.stringify(missed));
