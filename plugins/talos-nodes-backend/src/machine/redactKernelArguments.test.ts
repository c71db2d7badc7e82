import { redactKernelArguments } from './redactKernelArguments';

it('hides what may be secret and keeps the rest', () => {
  expect(
    redactKernelArguments(
      'talos.platform=metal console=ttyS0,115200 siderolink.api=grpc://omni.example:8090?jointoken=abc talos.config=https://user:pw@boot.example/c?uuid=1 proxy=http://joe:pw@proxy.example:3128 http_url=https://a.example/x?token=1 quiet\n',
    ),
  ).toBe(
    'talos.platform=metal console=ttyS0,115200 siderolink.api=… talos.config=… proxy=http://…@proxy.example:3128 http_url=https://a.example/x?… quiet',
  );
  expect(redactKernelArguments('a="b c" my.token="d e f" g')).toBe(
    'a="b c" my.token=… g',
  );
});
