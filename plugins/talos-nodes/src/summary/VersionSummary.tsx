import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { StatusLabel } from '@internal/portal-ui';
import { BriefFact } from '../facts/BriefFact';
import { Skew } from '../fleet/findSkew';
import { talosNodesTranslationRef } from '../translation';
import { VersionSkew } from '../words/VersionSkew';

/** The version of Talos; with `skew`, how far it is from the rest of the fleet. */
export function VersionSummary(props: { node: NodeSummary; skew?: Skew }) {
  const { node, skew } = props;
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <>
      <BriefFact fact={node.talosVersion}>
        {value => <bdi>{value}</bdi>}
      </BriefFact>
      <VersionSkew behind={skew?.versionsBehind(node.talosVersion)} />
      {skew?.isOddSchematic(node) && (
        <StatusLabel tone="warning">{t('skew.schematic')}</StatusLabel>
      )}
    </>
  );
}
