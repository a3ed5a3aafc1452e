import { useCallback, useEffect, useMemo, useState } from 'react';
import type { SheetModel } from '../model/types';
import { AddinPane } from './chrome/AddinPane';
import { Dialog } from './chrome/Dialog';
import { FormulaBar } from './chrome/FormulaBar';
import { Menu } from './chrome/Menu';
import { SheetTabs } from './chrome/SheetTabs';
import { Remarks } from './chrome/Remarks';
import { StatusBar } from './chrome/StatusBar';
import { TopBar } from './chrome/TopBar';
import { gridMenu } from './edit/gridMenu';
import type { Rejection } from './edit/workspace';
import { focusCells } from './grid/focus';
import { Grid } from './grid/Grid';
import type { RibbonButton } from './manifest';
import { sheetMenu } from './edit/sheetMenu';
import { failureText } from './failure';
import { SAMPLES, type PageServices } from './services';
import { useAddin } from './useAddin';
import { usePreferences } from './usePreferences';
import { useSaving } from './useSaving';
import { useSession, type SessionReports } from './useSession';
import { pageTexts } from './texts';
import './page.css';

type Notice =
  | { readonly kind: 'message'; readonly title: string; readonly message: string }
  | { readonly kind: 'question'; readonly title: string; readonly action: string; readonly onYes: () => void }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

type OpenMenu = { readonly x: number; readonly y: number; readonly sheet: SheetModel | null };

/** The spreadsheet page: one workbook, and beside it the add-in. */
export function App({ services }: { readonly services: PageServices }) {
  const { language, setLanguage, theme, setTheme, paneWidth, setPaneWidth } = usePreferences();
  const texts = pageTexts(language);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [dragging, setDragging] = useState(false);

  const fail = useCallback(
    (title: string, error: unknown): void =>
      setNotice({
        kind: 'message',
        title,
        message: services.files.explain(error, language) ?? failureText(error, texts),
      }),
    [texts, language, services],
  );
  const reports = useMemo<SessionReports>(
    () => ({
      rejected: (rejection) => setNotice({ kind: 'rejected', rejection }),
      failed: (error) => fail(texts.actionFailed, error),
      openFailed: (error) => fail(texts.openFailed, error),
    }),
    [fail, texts],
  );
  const { session, ready, opening, openFile, openSample, remarks, setRemarks } = useSession(
    services,
    language,
    reports,
  );
  const addin = useAddin(session, language, theme, services.manifestUrl, (error) =>
    fail(texts.addinFailed, error),
  );
  const { workspace } = session;

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = `${session.workbook.name} · ${texts.appName}`;
  }, [language, theme, session, texts]);

  const { saving, save: saveWorkbook } = useSaving(services, language, {
    saved: setRemarks,
    saveFailed: (error) => fail(texts.saveFailed, error),
  });
  const save = (): void => {
    if (workspace.commit()) saveWorkbook(session.workbook);
  };
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      fail(texts.actionFailed, error);
    }
  };
  const act = (button: RibbonButton): void => {
    if (button.action.kind === 'pane') addin.setOpen(!addin.open);
    else session.runAction(button.action.name);
  };
  const closeNotice = (): void => setNotice(null);
  const closeMenu = useCallback(() => {
    setMenu(null);
    focusCells();
  }, []);
  const pickFile = (): void =>
    document.querySelector<HTMLInputElement>('[data-testid="file-input"]')?.click();

  return (
    <div
      className="page"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        const file = event.dataTransfer.files[0];
        if (file) openFile(file);
      }}
    >
      <TopBar
        workspace={workspace}
        texts={texts}
        language={language}
        theme={theme}
        manifest={addin.manifest}
        paneOpen={addin.open}
        onLanguage={setLanguage}
        onTheme={setTheme}
        onFile={openFile}
        samples={SAMPLES}
        onSample={openSample}
        onSave={save}
        onAction={act}
      />
      <FormulaBar key={`bar-${session.id}`} workspace={workspace} texts={texts} />
      {remarks.length > 0 && <Remarks remarks={remarks} texts={texts} onClose={() => setRemarks([])} />}
      <main className="work-area">
        <div className="sheet-area">
          <Grid
            key={`grid-${session.id}`}
            workspace={workspace}
            theme={theme}
            texts={texts}
            measure={services.measure}
            classes={services.classes}
            onMenu={(x, y) => setMenu({ x, y, sheet: null })}
            onSave={save}
            onOpen={pickFile}
          />
          <SheetTabs
            workspace={workspace}
            theme={theme}
            texts={texts}
            onMenu={(sheet, x, y) => setMenu({ x, y, sheet })}
            attempt={attempt}
          />
        </div>
        {addin.manifest && ready && (
          <AddinPane
            key={`${session.id} ${language}`}
            title={addin.manifest.name}
            url={addin.manifest.pageUrl}
            open={addin.open}
            width={paneWidth}
            texts={texts}
            onWidth={setPaneWidth}
            onClose={() => addin.setOpen(false)}
            onLoad={addin.loaded}
          />
        )}
      </main>
      <StatusBar workspace={workspace} texts={texts} />
      {menu && (
        <Menu
          x={menu.x}
          y={menu.y}
          label={menu.sheet ? menu.sheet.name : texts.grid(workspace.sheet.name)}
          groups={
            menu.sheet
              ? sheetMenu(workspace, menu.sheet, texts, attempt, (question) =>
                  setNotice({ kind: 'question', ...question }),
                )
              : gridMenu(workspace, texts, (message) =>
                  setNotice({ kind: 'message', title: texts.paste, message }),
                )
          }
          onClose={closeMenu}
        />
      )}
      {opening && (
        <Dialog
          title={texts.opening(opening.name)}
          buttons={[{ label: texts.cancel, onClick: opening.cancel }]}
          onClose={opening.cancel}
        >
          <progress aria-label={texts.opening(opening.name)} value={opening.done ?? undefined} max={1} />
        </Dialog>
      )}
      {saving && (
        <Dialog
          title={texts.saving}
          buttons={[{ label: texts.cancel, onClick: saving.cancel }]}
          onClose={saving.cancel}
        >
          <progress aria-label={texts.saving} value={saving.done} max={1} />
        </Dialog>
      )}
      {notice?.kind === 'message' && (
        <Dialog
          title={notice.title}
          buttons={[{ label: texts.ok, primary: true, onClick: closeNotice }]}
          onClose={closeNotice}
        >
          <p>{notice.message}</p>
        </Dialog>
      )}
      {notice?.kind === 'question' && (
        <Dialog
          title={notice.title}
          buttons={[
            {
              label: notice.action,
              primary: true,
              onClick: () => {
                closeNotice();
                notice.onYes();
              },
            },
            { label: texts.cancel, onClick: closeNotice },
          ]}
          onClose={closeNotice}
        >
          {null}
        </Dialog>
      )}
      {notice?.kind === 'rejected' && (
        <Rejected
          rejection={notice.rejection}
          workspace={workspace}
          language={language}
          onClose={closeNotice}
        />
      )}
      {dragging && <div className="drop-note">{texts.dropHere}</div>}
    </div>
  );
}

interface RejectedProps {
  readonly rejection: Rejection;
  readonly workspace: { cancel(): void };
  readonly language: Parameters<typeof pageTexts>[0];
  readonly onClose: () => void;
}

/** What Excel says when a validation rule does not let a value in. */
function Rejected({ rejection, workspace, language, onClose }: RejectedProps) {
  const texts = pageTexts(language);
  const { style, title, message, accept } = rejection;
  const cancel = (): void => {
    workspace.cancel();
    onClose();
  };
  const enter = (): void => {
    onClose();
    accept();
  };
  const buttons =
    style === 'stop'
      ? [{ label: texts.retry, primary: true, onClick: onClose }]
      : style === 'warning'
        ? [
            { label: texts.yes, onClick: enter },
            { label: texts.no, primary: true, onClick: onClose },
          ]
        : [{ label: texts.ok, primary: true, onClick: enter }];
  return (
    <Dialog
      title={title || texts.notAccepted}
      buttons={[...buttons, { label: texts.cancel, onClick: cancel }]}
      onClose={cancel}
    >
      <p>{message || texts.notAcceptedDetail}</p>
      {style === 'warning' && <p>{texts.acceptAnyway}</p>}
    </Dialog>
  );
}
