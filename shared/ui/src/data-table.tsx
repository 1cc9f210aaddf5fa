import type { ReactElement, ReactNode } from "react";

interface TableColumn {
  readonly label: string;
  /** A shorter label for a narrow screen, where the row becomes a block. */
  readonly short?: string;
}

interface TableRow {
  readonly key: string;
  /** The first cell heads the row. */
  readonly cells: readonly [ReactNode, ...ReactNode[]];
}

interface DataTableProps {
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly [TableColumn, ...TableColumn[]];
  readonly rows: readonly TableRow[];
  /** The first three cells are short: on a narrow screen they stand side by side, and others below them. */
  readonly hasThreeShortCells?: boolean;
}

/** The roles that `display: block` takes away from a table when it becomes a stack on a narrow screen. */
const ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table with its roles said aloud, that becomes a stack on a narrow screen. */
export function DataTable(props: DataTableProps): ReactElement {
  const [, ...valueColumns] = props.columns;
  return (
    <table
      className={`utrecht-table rd-tabel--stapel${props.hasThreeShortCells === true ? " rd-tabel--drie" : ""}`}
      {...ROLE.table}
    >
      <caption className={`utrecht-table__caption${props.hideCaption === true ? " rd-onzichtbaar" : ""}`}>
        {props.caption}
      </caption>
      <thead className="utrecht-table__header" {...ROLE.rowgroup}>
        <tr className="utrecht-table__row" {...ROLE.row}>
          {props.columns.map((column) => (
            <th key={column.label} className="utrecht-table__header-cell" {...ROLE.columnheader} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body" {...ROLE.rowgroup}>
        {props.rows.map(({ key, cells: [head, ...values] }) => (
          <tr key={key} className="utrecht-table__row" {...ROLE.row}>
            <th className="utrecht-table__cell" {...ROLE.rowheader} scope="row">
              {head}
            </th>
            {valueColumns.map((column, index) => (
              <td
                key={column.label}
                className="utrecht-table__cell"
                {...ROLE.cell}
                data-label={column.label}
                data-kort={column.short ?? column.label}
              >
                <span>{values[index]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
