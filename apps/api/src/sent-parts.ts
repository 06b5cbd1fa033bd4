import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

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

/** All bytes of a file in a form. Refuses with 400 when the form ends before the file, and 413 when it is too large. */
export async function bytesOf(part: MultipartFile): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch (error) {
    throw cutOff(error);
  }
}

/** All bytes of the only file in a form, undefined when there is none. Refuses like the others. */
export async function onlyFile(request: FastifyRequest): Promise<Buffer | undefined> {
  try {
    return await (await request.file())?.toBuffer();
  } catch (error) {
    throw cutOff(error);
  }
}

/** The only file in a form with the name that its sender knows it by. Refuses like the others. */
export async function sentSheet(
  request: FastifyRequest,
): Promise<{ fileName: string; bytes: Buffer } | undefined> {
  try {
    const part = await request.file();
    return part === undefined ? undefined : { fileName: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    throw cutOff(error);
  }
}
