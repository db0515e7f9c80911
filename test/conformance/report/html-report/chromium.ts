import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser that does nothing of its own accord. */
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How to start Chromium, or why that cannot be done here. */
export function chromiumOrReason(): { readonly launch: () => Promise<Browser> } | { readonly reason: string } {
  const executablePath = paths.find((path) => existsSync(path));
  if (executablePath === undefined) return { reason: `no browser is installed: none of ${paths.join(', ')} is there` };
  return { launch: () => chromium.launch({ executablePath, args }) };
}
