// What both clients need: where the cloud is, a way to be sure, and patience.
import { strict as assert } from 'node:assert';

export const cloud = new URL(process.env.TERWAY_CLOUD ?? 'http://127.0.0.1:18080');
export const region = 'cn-hangzhou';
export const accessKeyId = 'testid';
export const accessKeySecret = 'testsecret';

const MOMENT = 200;
const PATIENCE = 60_000;

/** Says what is so, once it is so. */
export function so(words, truth) {
  assert.ok(truth, words);
  console.log('  ' + words);
}

/** Looks until something is found. Attaching, deleting and routing take the cloud some seconds. */
export async function eventually(words, look) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const found = await look();
    if (found) {
      so(words, true);
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
  }
  assert.fail(`not within a minute: ${words}`);
}

/** The code by which the cloud refuses. */
export async function refused(code, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.code, code);
    return true;
  });
  so(`refused with ${code}`, true);
}
