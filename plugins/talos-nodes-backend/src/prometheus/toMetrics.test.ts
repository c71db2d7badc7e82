import { toMetrics } from './toMetrics';

const sample = (
  name: string,
  labels: Record<string, string>,
  value: number,
) => ({ name, labels, value });

it('picks the samples of one machine, by name or address', () => {
  const samples = [
    sample(
      'node_hwmon_temp_celsius',
      { instance: '192.168.0.201:9100', chip: 'nvme_nvme0', sensor: 'temp1' },
      41.5,
    ),
    sample(
      'node_hwmon_temp_celsius',
      { instance: '192.168.0.201:9100', chip: 'nvme_nvme0', sensor: 'temp2' },
      80,
    ),
    sample(
      'node_hwmon_temp_celsius',
      { node: 'worker-01', chip: 'platform_coretemp_0', sensor: 'temp1' },
      52,
    ),
    sample('node_thermal_zone_temp', { nodename: 'worker-01' }, 55),
    sample('node_thermal_zone_temp', { nodename: 'worker-02' }, 99),
    sample('node_rapl_package_watts', { node: 'worker-01', index: '0' }, 11.5),
    sample('node_rapl_package_watts', { node: 'worker-01', index: '1' }, 4),
    sample('node_thermal_zone_temp', { nodename: 'worker-01' }, NaN),
    sample(
      'smartctl_device_smart_status',
      { instance: '192.168.0.201:9633', device: '/dev/nvme0' },
      0,
    ),
    sample(
      'node_dmi_info',
      { instance: 'worker-01:9100', bios_version: ' 1.09 ' },
      1,
    ),
  ];
  expect(
    toMetrics(samples, { name: 'worker-01', addresses: ['192.168.0.201'] }),
  ).toEqual({
    biosVersion: '1.09',
    processorCelsius: 55,
    processorWatts: 15.5,
    disks: new Map([['nvme0n1', { celsius: 41.5, healthy: false }]]),
  });
});
