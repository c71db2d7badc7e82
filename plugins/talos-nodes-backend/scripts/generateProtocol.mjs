// The TypeScript of proto/*.proto. protobufjs reads the files, protoc-gen-es
// writes the code: no compiler has to be downloaded.
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  CodeGeneratorRequestSchema,
  CodeGeneratorResponseSchema,
  FileDescriptorSetSchema,
} from '@bufbuild/protobuf/wkt';
import prettier from 'prettier';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor/index.js';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const target = path.join(folder, 'src/talos/protocol');
const { resolve } = createRequire(import.meta.url);
const plugin = path.join(
  path.dirname(resolve('@bufbuild/protoc-gen-es/package.json')),
  'bin/protoc-gen-es',
);

/** Name of each generated file, and its text. */
export async function generateProtocol() {
  const names = (await readdir(path.join(folder, 'proto'))).sort();
  const protoFile = await Promise.all(names.map(describe));
  const request = create(CodeGeneratorRequestSchema, {
    fileToGenerate: names,
    parameter: 'target=ts',
    protoFile,
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, [plugin], {
    input: toBinary(CodeGeneratorRequestSchema, request),
  });
  const response = fromBinary(CodeGeneratorResponseSchema, stdout);
  if (status !== 0 || response.error) {
    throw new Error(`protoc-gen-es: ${response.error || stderr}`);
  }
  const config = await prettier.resolveConfig(
    path.join(folder, 'package.json'),
  );
  return Promise.all(
    response.file.map(async ({ name, content }) => ({
      name,
      text: await prettier.format(content, { ...config, filepath: name }),
    })),
  );
}

/** Files import nothing and nest nothing, so each can be described alone. */
async function describe(name) {
  const text = await readFile(path.join(folder, 'proto', name), 'utf8');
  const { root } = protobuf.parse(text, { keepCase: true });
  root.resolveAll();
  const set = descriptor.FileDescriptorSet.encode(
    root.toDescriptor('proto3'),
  ).finish();
  const { file } = fromBinary(FileDescriptorSetSchema, set);
  for (const message of file[0].messageType) {
    qualify(message, file[0].package);
  }
  return { ...file[0], name };
}

/** Names things in full, as compilers do; protobufjs names them as shortly as it can. */
function qualify(message, scope) {
  for (const field of message.field) {
    const { typeName } = field;
    if (typeName) field.typeName = `.${scope}.${typeName.split('.').at(-1)}`;
    field.jsonName = field.name.replace(/_(.)/g, (_, letter) =>
      letter.toUpperCase(),
    );
  }
}
