import {
  appOfApps,
  deploys,
  own,
  read,
  route,
} from '../../__testUtils__/readTree';

const services = [
  '- Media:',
  '    - Player:',
  '        icon: player.svg',
  '        href: https://player.example',
  '    - Nested:',
  '        - Deep: {href: https://deep.example}',
  '        - Silent: {icon: x}',
];

describe('dashboard entries', () => {
  it('are read from texts, values and annotations, each with its own line', () => {
    const chart = {
      repoURL: 'https://charts.example',
      chart: 'thing',
      targetRevision: '1',
    };
    const withValues = (file: string) => ({
      sources: [
        { ...chart, helm: { valueFiles: [`$values/${file}`] } },
        { repoURL: own, ref: 'values' },
      ],
    });
    const model = read({
      ...appOfApps({
        config: deploys('k8s/config'),
        lists: withValues('k8s/lists.yaml'),
        texts: withValues('k8s/texts.yaml'),
      }),
      'k8s/config/map.yaml': [
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: {name: homepage}',
        'data:',
        '  bookmarks.yaml: |',
        '    - Links:',
        '        - Forge:',
        '            - abbr: FO',
        '              href: https://forge.test',
        '  services.yaml: |',
        '    # the first line',
        ...services.map(line => `    ${line}`),
        '  broken.yaml: "- ["',
        '',
      ].join('\n'),
      'k8s/config/route.yaml': route('player', 'player.example').replace(
        'metadata: {name: player}',
        'metadata: {name: player, annotations: {gethomepage.dev/enabled: "true", gethomepage.dev/group: Routes}}',
      ),
      'k8s/config/ingress.yaml': [
        'apiVersion: networking.k8s.io/v1',
        'kind: Ingress',
        'metadata:',
        '  name: shop',
        '  annotations:',
        '    gethomepage.dev/enabled: "true"',
        '    gethomepage.dev/name: Shop',
        '    gethomepage.dev/href: https://shop.example/start',
        'spec: {rules: [{host: shop.example}]}',
        '---',
        'apiVersion: networking.k8s.io/v1',
        'kind: Ingress',
        'metadata: {name: off, annotations: {gethomepage.dev/enabled: "false"}}',
        'spec: {rules: [{host: off.example}]}',
        '',
      ].join('\n'),
      'k8s/lists.yaml': [
        'image: {repository: r}',
        'config:',
        '  services:',
        ...services.map(line => `    ${line}`),
        'ingress:',
        '  annotations: {gethomepage.dev/enabled: true}',
        '  hosts: [{host: "{{ .Release.Name }}.example"}]',
        '',
      ].join('\n'),
      'k8s/texts.yaml': [
        'configMaps:',
        '  config:',
        '    data:',
        '      services.yaml: |',
        ...services.map(line => `        ${line}`),
        '',
      ].join('\n'),
    });
    expect(
      model.dashboardEntries.map(
        ({ title, group, href, app, source: { file, line } }) =>
          [title, group, href, app, `${file}:${line}`].join(' '),
      ),
    ).toEqual([
      'Shop  https://shop.example/start  k8s/config/ingress.yaml:6',
      'Player Media https://player.example config k8s/config/map.yaml:13',
      'Deep Nested https://deep.example  k8s/config/map.yaml:17',
      'Forge Links https://forge.test  k8s/config/map.yaml:7',
      'player Routes https://player.example config k8s/config/route.yaml:3',
      'Player Media https://player.example config k8s/lists.yaml:5',
      'Deep Nested https://deep.example  k8s/lists.yaml:9',
      'https://lists.example  https://lists.example  k8s/lists.yaml:12',
      'Player Media https://player.example config k8s/texts.yaml:6',
      'Deep Nested https://deep.example  k8s/texts.yaml:10',
    ]);
  });
});
