import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChangedFiles } from './ChangedFiles';
import { FileChange } from './FileChange';

const list = (names: string[]) =>
  `resources:\n${names.map(name => `  - ${name}\n`).join('')}`;
const names = Array.from({ length: 20 }, (_, index) => `app-${index}.yaml`);

const changes: FileChange[] = [
  {
    kind: 'change',
    path: 'k8s/apps/kustomization.yaml',
    before: list(names),
    after: list([...names.slice(0, 10), 'paperless.yaml', ...names.slice(10)]),
  },
  { kind: 'create', path: 'k8s/paperless/service.yaml', after: 'a: 1\nb: 2\n' },
  { kind: 'delete', path: 'k8s/paperless/old.yaml', before: 'gone: true' },
];

beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

const rowsOf = (path: string) =>
  within(screen.getByRole('region', { name: `Changes of ${path}` }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    );

describe('ChangedFiles', () => {
  it('says of each file what happens to it and by how much', async () => {
    renderInTestApp(<ChangedFiles changes={changes} />);
    expect(await screen.findByText('3 changed files')).toBeVisible();
    const headers = screen
      .getAllByRole('button', { expanded: true })
      .map(button => button.textContent);
    expect(headers).toEqual([
      'k8s/apps/kustomization.yamlChanged+1 -01 line added 0 lines removed',
      'k8s/paperless/service.yamlNew+2 -02 lines added 0 lines removed',
      'k8s/paperless/old.yamlDeleted+0 -10 lines added 1 line removed',
    ]);
  });

  it('numbers and signs the lines, folds the rest and unfolds it', async () => {
    renderInTestApp(<ChangedFiles changes={changes} />);
    await screen.findByText('3 changed files');
    expect(rowsOf('k8s/apps/kustomization.yaml')).toEqual([
      ['Show 8 unchanged lines'],
      ['9', '9', '', '  - app-7.yaml'],
      ['10', '10', '', '  - app-8.yaml'],
      ['11', '11', '', '  - app-9.yaml'],
      ['', '12', '+', '  - paperless.yaml'],
      ['12', '13', '', '  - app-10.yaml'],
      ['13', '14', '', '  - app-11.yaml'],
      ['14', '15', '', '  - app-12.yaml'],
      ['Show 7 unchanged lines'],
    ]);
    expect(rowsOf('k8s/paperless/old.yaml')).toEqual([
      ['1', '', '-', 'gone: trueNo newline at the end of the file'],
    ]);

    await userEvent.click(
      screen.getByRole('button', { name: 'Show 8 unchanged lines' }),
    );
    expect(rowsOf('k8s/apps/kustomization.yaml')[0]).toEqual([
      '1',
      '1',
      '',
      'resources:',
    ]);
  });

  it('marks changed words and writes out characters one cannot see', async () => {
    renderInTestApp(
      <ChangedFiles
        changes={[
          {
            kind: 'change',
            path: 'a.yaml',
            before: 'image: nginx:1.26\n',
            after: 'image: nginx:1.27\u202e\r\n',
          },
        ]}
      />,
    );
    await screen.findByText('1 changed file');
    expect(rowsOf('a.yaml')).toEqual([
      ['1', '', '-', 'image: nginx:1.26'],
      ['', '1', '+', 'image: nginx:1.27⟨U+202E⟩⟨U+000D⟩'],
    ]);
    expect(screen.getByText('26').tagName).toBe('MARK');
  });

  it('is walked by keyboard, and Enter goes to the file', async () => {
    const user = userEvent.setup();
    renderInTestApp(<ChangedFiles changes={changes} />);
    const tree = await screen.findByRole('tree', { name: 'Changed files' });
    const items = within(tree).getAllByRole('treeitem');
    expect(items.map(item => item.textContent)).toEqual([
      'k8s',
      'apps',
      'kustomization.yamlChanged',
      'paperless',
      'old.yamlDeleted',
      'service.yamlNew',
    ]);
    await user.tab();
    expect(items[0]).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(
      within(tree).getByRole('treeitem', { name: 'apps' }),
    ).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowDown}{ArrowRight}{End}{Enter}');
    expect(
      screen.getByRole('button', { name: /k8s\/paperless\/service\.yaml/ }),
    ).toHaveFocus();
  });

  it('draws huge changes in parts and opens what is asked for', async () => {
    const text = (seed: string) =>
      Array.from({ length: 2000 }, (_, index) => `${seed}-${index}\n`).join('');
    const many = Array.from({ length: 30 }, (_, index): FileChange => ({
      kind: 'change',
      path: `file-${String(index).padStart(2, '0')}.yaml`,
      before: text('before'),
      after: text(`after-${index}`),
    }));
    renderInTestApp(<ChangedFiles changes={many} />);
    await screen.findByText('30 changed files');
    expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(2);
    expect(screen.getAllByRole('row').length).toBeLessThan(2100);

    await userEvent.click(screen.getByRole('treeitem', { name: /file-29/ }));
    const header = screen.getByRole('button', { name: /file-29/ });
    expect(header).toHaveAttribute('aria-expanded', 'true');
    expect(header).toHaveFocus();
    expect(header).toHaveTextContent('+2000 -2000');
  });

  it('says when there is nothing to change', async () => {
    renderInTestApp(<ChangedFiles changes={[]} />);
    expect(
      await screen.findByRole('heading', { name: 'No file changes' }),
    ).toBeVisible();
  });
});
