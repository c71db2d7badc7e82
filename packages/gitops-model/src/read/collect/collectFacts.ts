import { readDashboardLinks } from '../dashboard/readDashboardLinks';
import { readUnitClients } from '../identity/readUnitClients';
import { isSame } from '../memory/isSame';
import type { Reading } from '../Reading';
import type { RenderedUnit } from '../RenderedUnit';
import { withoutChartCredentials } from '../withoutChartCredentials';
import { collectApp } from './collectApp';
import { collectDatabases } from './collectDatabases';
import { collectExternalSecrets } from './collectExternalSecrets';
import { collectGateways } from './collectGateways';
import { collectNamespaces } from './collectNamespaces';
import { collectNamespaceUse } from './collectNamespaceUse';
import { collectRoutes } from './collectRoutes';
import { collectSecretStores } from './collectSecretStores';
import { collectVolumeClaims } from './collectVolumeClaims';
import type { CodeownersRule } from './readCodeowners';
import { reportSecrets } from './reportSecrets';
import type { UnitFacts } from './UnitFacts';

/**
 * All that is found in one wired unit. What says the same as `last` is the
 * very same object, so that what follows from it need not be told again.
 */
export function collectFacts(
  reading: Reading,
  codeowners: readonly CodeownersRule[],
  rendered: RenderedUnit,
  last: UnitFacts | undefined,
): UnitFacts {
  reportSecrets(reading, rendered);
  const facts: UnitFacts = {
    unit: withoutChartCredentials(rendered.unit),
    app: collectApp(reading, codeowners, rendered),
    routes: collectRoutes(reading, rendered),
    gateways: collectGateways(reading, rendered),
    externalSecrets: collectExternalSecrets(reading, rendered),
    secretStores: collectSecretStores(reading, rendered),
    volumeClaims: collectVolumeClaims(reading, rendered),
    databases: collectDatabases(reading, rendered),
    namespaces: collectNamespaces(rendered),
    dashboardLinks: readDashboardLinks(reading, rendered),
    loginClients: readUnitClients(rendered),
    namespaceUse: collectNamespaceUse(rendered),
  };
  return last ? shared(last, facts) : facts;
}

function shared(last: UnitFacts, facts: UnitFacts): UnitFacts {
  const keep = <K extends keyof UnitFacts>(key: K): Pick<UnitFacts, K>[K] =>
    isSame(last[key], facts[key]) ? last[key] : facts[key];
  return {
    unit: keep('unit'),
    app: keep('app'),
    routes: keep('routes'),
    gateways: keep('gateways'),
    externalSecrets: keep('externalSecrets'),
    secretStores: keep('secretStores'),
    volumeClaims: keep('volumeClaims'),
    databases: keep('databases'),
    namespaces: keep('namespaces'),
    dashboardLinks: keep('dashboardLinks'),
    loginClients: keep('loginClients'),
    namespaceUse: keep('namespaceUse'),
  };
}
