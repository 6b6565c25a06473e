import { setTimeout as pause } from 'node:timers/promises';

type Something<Answer> = Exclude<NonNullable<Answer>, false>;

/**
 * Asks again until the answer is something, or 20 s have passed. A question that fails is one without an answer: a page that is
 * being left cannot be asked, nor a server that is starting.
 * @throws naming what was waited for, with the last failure.
 */
export async function until<Answer>(what: string, ask: () => Promise<Answer>): Promise<Something<Answer>> {
  let failure: unknown;
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50))
    try {
      failure = undefined;
      const answer = await ask();
      if (answer) return answer as Something<Answer>;
    } catch (error) {
      failure = error;
    }
  throw new Error(`${what}: waited in vain`, { cause: failure });
}
