import { indexFolder } from '../shared/index-layout.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { SearchSession } from './session.ts';

const base = new URL(`${import.meta.env.BASE_URL}${indexFolder}`, self.location.origin).href;
const worker = self.location.pathname.slice(self.location.pathname.lastIndexOf('/') + 1);
const post = (message: FromWorker) => self.postMessage(message);

let giveCatalogue: (catalogue: string | undefined) => void;
const catalogue = new Promise<string | undefined>((resolve) => {
  giveCatalogue = resolve;
});
let session: SearchSession | undefined;
self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('catalogue' in data) return giveCatalogue(data.catalogue);
  session ??= new SearchSession({ base, worker, catalogue, fresh: data.fresh === true }, post);
  void session.ask(data);
});
