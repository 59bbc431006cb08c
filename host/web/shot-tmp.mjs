import { chromium } from '@playwright/test';
const [,, url, out] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
for (const [lang, loc] of [['en','en-US'],['zh','zh-CN']]) for (const scheme of ['light','dark']) for (const width of [1280,1920]) {
  const c = await b.newContext({ locale: loc, colorScheme: scheme, viewport: { width, height: width===1280?800:1080 } });
  const p = await c.newPage();
  p.on('pageerror', e => console.log('pageerror:', e.message));
  await p.addInitScript((l)=>localStorage.setItem('weekbench.language', l), lang);
  await p.goto(url + '#/+plugins');
  await p.waitForSelector('[data-plugin]');
  await p.waitForTimeout(500);
  await p.screenshot({ path: `${out}/plugins-${lang}-${scheme}-${width}.png` });
  if (width===1280 && scheme==='light') { await p.locator('[data-plugin="partner-roadmap"] button').last().click(); await p.waitForTimeout(300); await p.screenshot({ path: `${out}/leaving-${lang}.png` }); }
  await c.close();
}
await b.close();
