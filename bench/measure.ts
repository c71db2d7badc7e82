import {
  measureCycle,
  measureFloor,
  measureModel,
  profileReading,
  type Subject,
} from './measurements';

const measurements = {
  cycle: measureCycle,
  floor: measureFloor,
  model: measureModel,
  profile: profileReading,
};

/** One measurement in this process, told and answered by messages. */
process.once(
  'message',
  async ({
    name,
    subject,
  }: {
    name: keyof typeof measurements;
    subject: Subject;
  }) => {
    process.send?.({ result: await measurements[name](subject) }, () =>
      process.disconnect(),
    );
  },
);
