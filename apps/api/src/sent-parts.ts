import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A form with files that ends too early or was never one. The library names neither, so all that it throws is this. */
function cutOff(cause: unknown): Error {
  const { statusCode = 400 } = cause as { statusCode?: number };
  return Object.assign(new Error('the form cannot be read', { cause }), { statusCode });
}

/** The parts of a form in the order in which they come. Refuses with 400 what is no such form, and 413 what is too much. */
export async function* sentParts(
  request: FastifyRequest,
  limits: Readonly<Record<string, number>>,
): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits });
  } catch (error) {
    throw cutOff(error);
  }
}

/**
 * All bytes of a file in a form. Refuses with 400 when the form ends before the file, and with 413 at the first byte too
 * many: the library would listen to the end first.
 */
export async function bytesOf({ file }: MultipartFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  try {
    await new Promise<void>((done, fail) => {
      const tooMuch = () => fail(Object.assign(new Error('too large'), { statusCode: 413 }));
      const cutShort = () => fail(new Error('the form ended before the file'));
      // A form that came in one piece may have ended before anybody listened.
      if (file.destroyed) cutShort();
      file.on('data', (piece: Buffer) => pieces.push(piece));
      file.on('limit', tooMuch);
      file.on('error', fail);
      file.on('end', () => (file.truncated ? tooMuch() : done()));
      file.on('close', cutShort);
    });
  } catch (error) {
    throw cutOff(error);
  }
  return Buffer.concat(pieces);
}

/** The only file in a form with the name that its sender knows it by, undefined when there is none. Refuses like `bytesOf`. */
export async function onlyFile(
  request: FastifyRequest,
): Promise<{ fileName: string; bytes: Buffer } | undefined> {
  let part;
  try {
    part = await request.file();
  } catch (error) {
    throw cutOff(error);
  }
  return part === undefined ? undefined : { fileName: part.filename, bytes: await bytesOf(part) };
}

/**
 * Refuses, and listens no longer to whoever is still sending: the rest of a gigabyte is nobody's. The connection is held
 * for a moment more, because one that ends under a sender's hands takes the answer with it.
 */
export function refuseSender(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body }: { status: number; body: object },
): FastifyReply {
  // Undefined where there is no connection at all.
  if (request.raw.complete !== false) return reply.code(status).send(body);
  request.raw.unpipe();
  request.raw.pause();
  const text = JSON.stringify(body);
  return reply
    .code(status)
    .headers({ connection: 'close', 'content-length': String(Buffer.byteLength(text)) })
    .type('application/json; charset=utf-8')
    .send(Readable.from(lastWords(text), { objectMode: false }));
}

async function* lastWords(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
  await pause(1000);
}
