import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { NodeSummary } from '@internal/plugin-talos-nodes-common';
import { saveFile, writeCsv } from '@internal/portal-ui';
import { RiDownloadLine } from '@remixicon/react';
import { buildNodeTable } from '../../fleet/buildNodeTable';
import { talosNodesTranslationRef } from '../../translation';

/** Hands out the machines that the filters leave over. */
export function ExportMenu({ nodes }: { nodes: readonly NodeSummary[] }) {
  const { t } = useTranslationRef(talosNodesTranslationRef);
  return (
    <MenuTrigger>
      <Button variant="secondary" iconStart={<RiDownloadLine />}>
        {t('export.label')}
      </Button>
      <Menu>
        <MenuItem
          onAction={() =>
            saveFile({
              name: 'nodes.csv',
              type: 'text/csv',
              text: writeCsv(buildNodeTable(nodes)),
            })
          }
        >
          {t('export.csv')}
        </MenuItem>
        <MenuItem
          onAction={() =>
            saveFile({
              name: 'nodes.json',
              type: 'application/json',
              text: JSON.stringify(nodes, undefined, 2),
            })
          }
        >
          {t('export.json')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
