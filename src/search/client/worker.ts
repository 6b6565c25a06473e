import { indexFolder } from '../shared/index-layout.ts';
import type { ToWorker } from './protocol.ts';
import { SearchSession } from './session.ts';

const indexBase = new URL(`${import.meta.env.BASE_URL}${indexFolder}`, self.location.origin).href;
const session = new SearchSession(indexBase, (message) => self.postMessage(message));
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => session.ask(data));
