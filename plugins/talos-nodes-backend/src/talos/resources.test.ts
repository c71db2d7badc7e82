import { talosResources } from './resources';

/** What Talos tells `os:admin` only, and what readers may see though it can hold secrets. */
const NEVER_ASKED =
  /MachineConfigs|KubeletSpecs|KubeletConfigs|LinkSpecs|OperatorSpecs|DeviceConfigSpecs|VolumeConfigs|ApiCertificates|OSRootSecrets|OOMActions|\.secrets\.|UniqueMachineTokens|MetaKeys|Environments/;

it('asks for no type of resource that is sensitive or may hold secrets', () => {
  const asked = Object.values(talosResources);
  expect(asked.filter(({ type }) => NEVER_ASKED.test(type))).toEqual([]);
  expect(asked.filter(({ namespace }) => namespace === 'secrets')).toEqual([]);
  expect(new Set(asked.map(({ type }) => type)).size).toBe(asked.length);
});
