import { Cell, ColumnConfig, Table, useBreakpoint } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './rows.module.css';

export interface RowColumn<Row> {
  id: string;
  label: string;
  width?: ColumnConfig<{ id: string }>['defaultWidth'];
  cell: (row: Row) => ReactNode;
}

export interface RowTableProps<Row> {
  label: string;
  /** The first names the row. */
  columns: readonly RowColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** Rows under columns; narrow screens stack what a row holds under its name. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { label, columns, rows, keyOf } = props;
  const isNarrow = useBreakpoint().down('md');
  const [first, ...others] = columns;
  const config: ColumnConfig<{ id: string; row: Row }>[] = isNarrow
    ? [
        {
          id: first.id,
          label: first.label,
          isRowHeader: true,
          cell: ({ row }) => (
            <Cell>
              <div className={styles.stack}>
                <div className={styles.cell}>{first.cell(row)}</div>
                <dl className={styles.stacked}>
                  {others.map(column => (
                    <div key={column.id} className={styles.stackedFact}>
                      <dt>{column.label}</dt>
                      <dd className={styles.cell}>{column.cell(row)}</dd>
                    </div>
                  ))}
                </dl>
              </div>
            </Cell>
          ),
        },
      ]
    : columns.map(column => ({
        id: column.id,
        label: column.label,
        isRowHeader: column === first,
        defaultWidth: column.width,
        cell: ({ row }) => (
          <Cell>
            <div className={styles.cell}>{column.cell(row)}</div>
          </Cell>
        ),
      }));

  return (
    <section aria-label={label} className={styles.table}>
      <Table
        columnConfig={config}
        data={rows.map((row, index) => ({
          id: `${keyOf(row)} ${index}`,
          row,
        }))}
        pagination={{ type: 'none' }}
      />
    </section>
  );
}
