import { ensureBrowser } from './browser.ts';

try {
  console.log(`浏览器：${ensureBrowser()}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
