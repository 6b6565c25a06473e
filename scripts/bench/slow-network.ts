import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** As Chromium's own profile of a slow 3G network has it. */
const latencyMs = 400;
/** Of what is sent to the reader, 400 kbit. */
const bytesPerSecond = 50_000;

/**
 * A way to a server as slow as a bad mobile network, for all that a browser asks, workers included, which its own emulation leaves
 * out: each connection takes a round trip to begin, each request another, and all share the rate.
 */
export async function slowWayTo(origin: string): Promise<{ origin: string; close: () => void }> {
  const { port } = new URL(origin);
  /** When the line is free again, in milliseconds. */
  let free = 0;
  const server = createServer((reader) => {
    const target = connect({ host: '127.0.0.1', port: Number(port) });
    const opened = performance.now() + latencyMs;
    reader.on('data', async (bytes) => {
      await pause(Math.max(latencyMs / 2, opened + latencyMs / 2 - performance.now()));
      target.write(bytes);
    });
    target.on('data', async (bytes) => {
      free = Math.max(free, performance.now()) + (bytes.length / bytesPerSecond) * 1000;
      await pause(free - performance.now() + latencyMs / 2);
      reader.write(bytes);
    });
    for (const [one, other] of [
      [reader, target],
      [target, reader],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
