<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CancelOffer</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>integer</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>decimal</source>
        <translation>Dezimalzahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>nested</source>
        <translation>verschachtelt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty</source>
        <translation>
            <numerusform>%Ln leer</numerusform>
            <numerusform>%Ln leer</numerusform>
        </translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>half of the values between %1 and %2</source>
        <translation>die Hälfte der Werte zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not a finite number</source>
        <translation>
            <numerusform>%Ln keine endliche Zahl</numerusform>
            <numerusform>%Ln keine endlichen Zahlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln value(s)</source>
        <translation>
            <numerusform>etwa %Ln Wert</numerusform>
            <numerusform>etwa %Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>Distributions over all rows</source>
        <translation>Verteilungen über alle Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln leere Zelle</numerusform>
            <numerusform>%Ln leere Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2 · Distributions over all rows</source>
        <translation>%1 in %2 · Verteilungen über alle Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n column(s) · Distributions over all rows</source>
        <translation>
            <numerusform>%1 in %n Spalte · Verteilungen über alle Zeilen</numerusform>
            <numerusform>%1 in %n Spalten · Verteilungen über alle Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparedRows</name>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>There is no room for %1. Make room there or choose another folder.</source>
        <translation>Für %1 ist kein Platz. Schaffen Sie dort Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>You may not write %1. Choose another folder.</source>
        <translation>Sie dürfen %1 nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder of %1 is not there. Choose another one.</source>
        <translation>Den Ordner von %1 gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>JobCells</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufend</translation>
    </message>
    <message>
        <source>%1 queued</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Best %1 %2</source>
        <translation>Bestes %1 %2</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n job(s)</source>
        <translation>
            <numerusform>%1 von %n Job</numerusform>
            <numerusform>%1 von %n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 canceled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 completed</source>
        <translation>%1 abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <comment>steps</comment>
        <translation>
            <numerusform>%n übernommen</numerusform>
            <numerusform>%n übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobColumns</name>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Primary metric</source>
        <translation>Wichtigste Metrik</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiketten</translation>
    </message>
</context>
<context>
    <name>JobStages</name>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 of %n step(s)</source>
        <translation>
            <numerusform>%1 · %2 von %n Schritt</numerusform>
            <numerusform>%1 · %2 von %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>nach %1 angehalten</translation>
    </message>
    <message numerus="yes">
        <source>stopped after %1 · %2 of %n step(s)</source>
        <translation>
            <numerusform>nach %1 angehalten · %2 von %n Schritt</numerusform>
            <numerusform>nach %1 angehalten · %2 von %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>Bricht ab</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Reused</source>
        <translation>Übernommen</translation>
    </message>
</context>
<context>
    <name>NoJobs</name>
    <message>
        <source>No jobs match</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>No job fits “%1”.</source>
        <translation>Kein Job passt zu „%1“.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>A job is one run of your code. It keeps its data, parameters, metrics and logs, so you can come back to it.</source>
        <translation>Ein Job ist ein Lauf Ihres Codes. Er behält seine Daten, Parameter, Metriken und Protokolle, so dass Sie auf ihn zurückkommen können.</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>The workspace&apos;s service does not answer.</source>
        <translation>Der Dienst des Arbeitsbereichs antwortet nicht.</translation>
    </message>
    <message>
        <source>The workspace&apos;s service cannot be started.</source>
        <translation>Der Dienst des Arbeitsbereichs lässt sich nicht starten.</translation>
    </message>
</context>
<context>
    <name>SecondLine</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
</context>
<context>
    <name>StepGraph</name>
    <message>
        <source>Reused from %1</source>
        <translation>Übernommen von %1</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
</context>
<context>
    <name>atelier::studio::StudioProgram</name>
    <message>
        <source>The workspace was not opened</source>
        <translation>Der Arbeitsbereich wurde nicht geöffnet</translation>
    </message>
</context>
<context>
    <name>atelier::ui::AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>A studio for machine learning on your own machines.</source>
        <translation>Ein Studio für maschinelles Lernen auf den eigenen Rechnern.</translation>
    </message>
    <message>
        <source>Atelier</source>
        <translation>Atelier</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Free software: use it, change it and pass it on under the same terms</source>
        <translation>Freie Software: benutzen, ändern und unter denselben Bedingungen weitergeben</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>The workspace&apos;s database</source>
        <translation>Die Datenbank des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Gemeinfrei</translation>
    </message>
    <message>
        <source>The service and its clients</source>
        <translation>Der Dienst und seine Clients</translation>
    </message>
    <message>
        <source>Tables as Parquet files</source>
        <translation>Tabellen als Parquet-Dateien</translation>
    </message>
    <message>
        <source>Job documents</source>
        <translation>Dokumente der Jobs</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Digests and tokens</source>
        <translation>Prüfsummen und Token</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>The font for texts</source>
        <translation>Die Schrift für Texte</translation>
    </message>
    <message>
        <source>The font for code</source>
        <translation>Die Schrift für Code</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Actions</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
</context>
<context>
    <name>atelier::ui::AppearanceSection</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Changes apply at once. Nothing to save.</source>
        <translation>Änderungen gelten sofort. Zu speichern gibt es nichts.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Ctrl+= and Ctrl+- anywhere, Ctrl+0 for 100%</source>
        <translation>Überall mit Strg++ und Strg+-, mit Strg+0 auf 100&#xa0;%</translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation>Tabellenzeilen</translation>
    </message>
    <message>
        <source>Compact shows a third more jobs</source>
        <translation>Kompakt zeigt ein Drittel mehr Jobs</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Bars and panels stop moving; progress stays readable</source>
        <translation>Balken und Flächen stehen still; der Fortschritt bleibt lesbar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Numbers and dates follow it. Applies when Atelier starts again.</source>
        <translation>Zahlen und Daten richten sich danach. Gilt, wenn Atelier das nächste Mal startet.</translation>
    </message>
    <message>
        <source>Text size in per cent</source>
        <translation>Textgröße in Prozent</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
</context>
<context>
    <name>atelier::ui::BellButton</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Mitteilungen, %n neue</numerusform>
            <numerusform>Mitteilungen, %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::BestCard</name>
    <message>
        <source>Best so far</source>
        <translation>Bisher am besten</translation>
    </message>
    <message>
        <source>per experiment</source>
        <translation>je Experiment</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::BulkBar</name>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Selected rows</source>
        <translation>Ausgewählte Zeilen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Button</name>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ChangeDialog</name>
    <message>
        <source>Run with changes</source>
        <translation>Mit Änderungen ausführen</translation>
    </message>
    <message>
        <source>The new job&apos;s own name</source>
        <translation>Der Name des neuen Jobs</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>vorher %1</translation>
    </message>
    <message>
        <source>A job belongs to an experiment: name one.</source>
        <translation>Ein Job gehört zu einem Experiment: Nennen Sie eines.</translation>
    </message>
    <message numerus="yes">
        <source>The job was not submitted: %n thing(s) must be mended</source>
        <translation>
            <numerusform>Der Job wurde nicht abgesendet: %n Sache ist zu verbessern</numerusform>
            <numerusform>Der Job wurde nicht abgesendet: %n Sachen sind zu verbessern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::CodePane</name>
    <message>
        <source>Find in the code</source>
        <translation>Im Code suchen</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Wrap lines (Alt+Z)</source>
        <translation>Zeilen umbrechen (Alt+Z)</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Contents of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>laid out to be read</source>
        <translation>zum Lesen umbrochen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Tick all that are listed</source>
        <translation>Alle aufgeführten auswählen</translation>
    </message>
    <message>
        <source>Tick none that is listed</source>
        <translation>Alle aufgeführten abwählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln column(s)</source>
        <translation>
            <numerusform>%L1 von %Ln Spalte</numerusform>
            <numerusform>%L1 von %Ln Spalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ColumnHeader</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CommandBar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CommandPalette</name>
    <message>
        <source>Search jobs and commands</source>
        <translation>Jobs und Befehle suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>commands alone</source>
        <translation>nur Befehle</translation>
    </message>
    <message>
        <source>jobs alone</source>
        <translation>nur Jobs</translation>
    </message>
    <message>
        <source>No command and no job has such a name.</source>
        <translation>Kein Befehl und kein Job heißt so.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CompareHead</name>
    <message>
        <source>Baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Make %1 the baseline</source>
        <translation>%1 zur Bezugsgröße machen</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>%1 weglassen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CompareHeads</name>
    <message>
        <source>Compared jobs</source>
        <translation>Verglichene Jobs</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>an experiment</comment>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CompareModel</name>
    <message>
        <source>the best of these jobs</source>
        <translation>der beste dieser Jobs</translation>
    </message>
    <message>
        <source>%1 to the baseline</source>
        <comment>a difference</comment>
        <translation>%1 zum Bezug</translation>
    </message>
    <message>
        <source>another than the baseline&apos;s</source>
        <translation>anders als beim Bezug</translation>
    </message>
</context>
<context>
    <name>atelier::ui::CompareObstacle</name>
    <message>
        <source>There is no job of this name. Deleted jobs can be restored for 30 days.</source>
        <translation>Einen Job dieses Namens gibt es nicht. Gelöschte Jobs lassen sich 30 Tage lang wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 cannot be compared</source>
        <comment>a job</comment>
        <translation>%1 lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Compare the others</source>
        <translation>Die anderen vergleichen</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>None of these jobs is there any more</source>
        <translation>Keinen dieser Jobs gibt es noch</translation>
    </message>
    <message>
        <source>They were deleted. Deleted jobs can be restored for 30 days.</source>
        <translation>Sie wurden gelöscht. Gelöschte Jobs lassen sich 30 Tage lang wiederherstellen.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ComparePage</name>
    <message>
        <source>Compare jobs</source>
        <translation>Jobs vergleichen</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Next baseline</source>
        <translation>Nächste Bezugsgröße</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>difference to the baseline %1</source>
        <translation>Unterschied zum Bezug %1</translation>
    </message>
    <message>
        <source>%1 of %2 differ</source>
        <translation>%1 von %2 unterscheiden sich</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>All metrics and parameters as a CSV table; charts have a menu of their own</source>
        <translation>Alle Metriken und Parameter als CSV-Tabelle; Diagramme haben ein eigenes Menü</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>comparison</source>
        <comment>name of a file</comment>
        <translation>vergleich</translation>
    </message>
    <message>
        <source>The first %1 of %2 jobs are compared</source>
        <translation>Die ersten %1 von %2 Jobs werden verglichen</translation>
    </message>
    <message>
        <source>More do not fit beside each other: choose fewer in the list of jobs.</source>
        <translation>Mehr passen nicht nebeneinander: Wählen Sie in der Liste der Jobs weniger.</translation>
    </message>
    <message>
        <source>none of these jobs has logged any</source>
        <translation>keiner dieser Jobs hat welche geschrieben</translation>
    </message>
    <message>
        <source>none of these jobs has any</source>
        <translation>keiner dieser Jobs hat welche</translation>
    </message>
    <message>
        <source>Comparison saved</source>
        <translation>Vergleich gespeichert</translation>
    </message>
    <message>
        <source>The comparison was not saved</source>
        <translation>Der Vergleich wurde nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) were deleted and left out</source>
        <translation>
            <numerusform>%n Job wurde gelöscht und ausgelassen</numerusform>
            <numerusform>%n Jobs wurden gelöscht und ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::CopySaving</name>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Copy saved</source>
        <translation>Kopie gespeichert</translation>
    </message>
    <message>
        <source>The copy was not saved</source>
        <translation>Die Kopie wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a name for the copy in it.</source>
        <translation>%1 ist ein Ordner. Wählen Sie darin einen Namen für die Kopie.</translation>
    </message>
    <message>
        <source>%1 is the file itself. Choose another name for the copy.</source>
        <translation>%1 ist die Datei selbst. Wählen Sie für die Kopie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>Kopie wird gespeichert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::DataTable</name>
    <message>
        <source>Copy the cell</source>
        <translation>Zelle kopieren</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ExperimentTableModel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>Bester Wert</translation>
    </message>
    <message>
        <source>Best job</source>
        <translation>Bester Job</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ExperimentsTab</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Show its jobs</source>
        <translation>Seine Jobs zeigen</translation>
    </message>
    <message>
        <source>No experiment yet</source>
        <translation>Noch kein Experiment</translation>
    </message>
    <message>
        <source>An experiment holds the jobs that belong together, so that their results can be compared. It comes with its first job.</source>
        <translation>Ein Experiment fasst die Jobs zusammen, die zueinander gehören, damit man ihre Ergebnisse vergleichen kann. Es entsteht mit seinem ersten Job.</translation>
    </message>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n Experiment</numerusform>
            <numerusform>%n Experimente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::FailureReport</name>
    <message>
        <source>Not run because of it</source>
        <translation>Deshalb nicht gelaufen</translation>
    </message>
    <message>
        <source>Still good</source>
        <translation>Noch gut</translation>
    </message>
    <message>
        <source>taken over when it runs again</source>
        <translation>wird beim nächsten Lauf übernommen</translation>
    </message>
    <message>
        <source>Last lines</source>
        <translation>Letzte Zeilen</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>Letzte Zeilen des Logs</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilePreview</name>
    <message>
        <source>%1. There is no preview for this kind of file.</source>
        <translation>%1. Für diese Art von Datei gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Dieses Bild kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>%1 is empty: nothing has been written to it yet.</source>
        <translation>%1 ist leer: Es wurde noch nichts hineingeschrieben.</translation>
    </message>
    <message>
        <source>%1 is named like a picture, but cannot be read as one.</source>
        <translation>%1 heißt wie ein Bild, lässt sich aber nicht als Bild lesen.</translation>
    </message>
    <message>
        <source>%1 begins as a picture, but ends too early or is damaged.</source>
        <translation>%1 beginnt wie ein Bild, endet aber zu früh oder ist beschädigt.</translation>
    </message>
    <message>
        <source>This picture takes %1, which is too large to show.</source>
        <translation>Dieses Bild belegt %1 und ist zu groß, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This picture is %L1 × %L2 pixels, which is too large to show.</source>
        <translation>Dieses Bild hat %L1 × %L2 Pixel und ist zu groß, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>Diese Datei lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>%1 is named like text, but holds bytes that are none.</source>
        <translation>%1 heißt wie ein Text, enthält aber Bytes, die keiner sind.</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>Diese Datei ist leer</translation>
    </message>
    <message>
        <source>Nothing has been written to %1.</source>
        <translation>In %1 wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilesTab</name>
    <message>
        <source>Files of the code</source>
        <translation>Dateien des Codes</translation>
    </message>
    <message>
        <source>Outputs and logs</source>
        <translation>Ausgaben und Protokolle</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>This job has no code of its own.</source>
        <translation>Dieser Job hat keinen eigenen Code.</translation>
    </message>
    <message>
        <source>This job has written nothing yet.</source>
        <translation>Dieser Job hat noch nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilterCompletion</name>
    <message>
        <source>Fields that match “%1”</source>
        <translation>Felder zu „%1“</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilterField</name>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Filter jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>Filter jobs, e.g. state:failed or metric.auc&gt;0.9</source>
        <translation>Jobs filtern, z. B. state:failed oder metric.auc&gt;0.9</translation>
    </message>
    <message>
        <source>and …</source>
        <comment>another condition</comment>
        <translation>und …</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilterProposals</name>
    <message>
        <source>number · last value</source>
        <translation>Zahl · letzter Wert</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Proposals for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilterToken</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Nächster Treffer (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::GetStartedCard</name>
    <message>
        <source>Check this machine</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>Run your first pipeline</source>
        <translation>Ihre erste Pipeline starten</translation>
    </message>
    <message>
        <source>Look at its metrics</source>
        <translation>Ihre Metriken ansehen</translation>
    </message>
    <message>
        <source>Compare two jobs</source>
        <translation>Zwei Jobs vergleichen</translation>
    </message>
    <message>
        <source>Run a job of your own</source>
        <translation>Einen eigenen Job starten</translation>
    </message>
    <message>
        <source>Steps that are done</source>
        <translation>Fertige Schritte</translation>
    </message>
    <message>
        <source>Get started</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Hide these steps</source>
        <translation>Diese Schritte ausblenden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Python is there</source>
        <translation>Python ist da</translation>
    </message>
    <message>
        <source>Jobs need Python 3</source>
        <translation>Jobs brauchen Python 3</translation>
    </message>
    <message>
        <source>Several steps, each with its own log and result</source>
        <translation>Mehrere Schritte, jeder mit Protokoll und Ergebnis</translation>
    </message>
    <message>
        <source>Once a job has measured something</source>
        <translation>Sobald ein Job etwas gemessen hat</translation>
    </message>
    <message>
        <source>What a job measured, as it went</source>
        <translation>Was ein Job im Verlauf gemessen hat</translation>
    </message>
    <message>
        <source>Once two jobs have ended: run one again</source>
        <translation>Sobald zwei Jobs fertig sind: starten Sie einen noch einmal</translation>
    </message>
    <message>
        <source>What differs, and what it gained</source>
        <translation>Was anders ist und was es gebracht hat</translation>
    </message>
    <message>
        <source>A YAML file that names your command</source>
        <translation>Eine YAML-Datei, die Ihren Befehl nennt</translation>
    </message>
</context>
<context>
    <name>atelier::ui::GraphView</name>
    <message>
        <source>Graph of the steps</source>
        <translation>Graph der Schritte</translation>
    </message>
</context>
<context>
    <name>atelier::ui::HeroCard</name>
    <message>
        <source>Run your first pipeline</source>
        <translation>Starten Sie Ihre erste Pipeline</translation>
    </message>
    <message>
        <source>Four steps on the Wisconsin breast-cancer data: clean, split, train, evaluate. You watch every step, and the result is yours to change.</source>
        <translation>Vier Schritte mit den Brustkrebsdaten aus Wisconsin: bereinigen, teilen, trainieren, bewerten. Sie sehen jeden Schritt, und das Ergebnis können Sie ändern, wie Sie wollen.</translation>
    </message>
    <message>
        <source>569 rows, included</source>
        <translation>569 Zeilen, dabei</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Steps that are done</source>
        <translation>Fertige Schritte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::HomeHead</name>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>Train, compare and keep models on this machine. Nothing leaves it and no account is needed.</source>
        <translation>Trainieren, vergleichen und behalten Sie Modelle auf diesem Rechner. Nichts verlässt ihn, und ein Konto braucht es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n Job läuft</numerusform>
            <numerusform>%n Jobs laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n waiting.</source>
        <translation>
            <numerusform>, %n wartet.</numerusform>
            <numerusform>, %n warten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running.</source>
        <translation>
            <numerusform>%n Job läuft.</numerusform>
            <numerusform>%n Jobs laufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>Welcome to Atelier</source>
        <translation>Willkommen bei Atelier</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
</context>
<context>
    <name>atelier::ui::HomePage</name>
    <message>
        <source>Recent jobs</source>
        <translation>Neueste Jobs</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>Noch ist nichts gelaufen</translation>
    </message>
    <message>
        <source>A job is one run of your code. It keeps its data, parameters, metrics and logs, so you can come back to it.</source>
        <translation>Ein Job ist ein Lauf Ihres Codes. Er behält seine Daten, Parameter, Metriken und Protokolle, so dass Sie auf ihn zurückkommen können.</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
</context>
<context>
    <name>atelier::ui::IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>atelier::ui::InPlaceEdit</name>
    <message>
        <source>Ctrl+Enter takes it over, Esc leaves it</source>
        <translation>Strg+Eingabe übernimmt es, Esc lässt es</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobActions</name>
    <message>
        <source>The job was not canceled</source>
        <translation>Der Job wurde nicht abgebrochen</translation>
    </message>
    <message>
        <source>Not every job was deleted</source>
        <translation>Nicht alle Jobs wurden gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>%n Job gelöscht</numerusform>
            <numerusform>%n Jobs gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The job was not brought back</source>
        <translation>Der Job wurde nicht zurückgeholt</translation>
    </message>
    <message>
        <source>The job was not started</source>
        <translation>Der Job wurde nicht gestartet</translation>
    </message>
    <message>
        <source>The job cannot be run again</source>
        <translation>Der Job kann nicht noch einmal ausgeführt werden</translation>
    </message>
    <message>
        <source>The job was not changed</source>
        <translation>Der Job wurde nicht geändert</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Somebody else changed this job</source>
        <translation>Jemand anderes hat diesen Job geändert</translation>
    </message>
    <message>
        <source>Change it anyway</source>
        <translation>Trotzdem ändern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Run with changes…</source>
        <translation>Mit Änderungen ausführen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n name(s)</source>
        <translation>
            <numerusform>%n Namen kopieren</numerusform>
            <numerusform>%n Namen kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n active</source>
        <translation>
            <numerusform>%n aktiven abbrechen</numerusform>
            <numerusform>%n aktive abbrechen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n finished</source>
        <translation>
            <numerusform>%n beendeten löschen</numerusform>
            <numerusform>%n beendete löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) copied</source>
        <translation>
            <numerusform>%n Name kopiert</numerusform>
            <numerusform>%n Namen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Later it can be brought back by “atelier job restore”, for 30 days.</source>
        <translation>Später holt es „atelier job restore“ zurück, 30 Tage lang.</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Tag geben…</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobColumnChoice</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Spalten wie vorgegeben</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobFactsCard</name>
    <message numerus="yes">
        <source>Pipeline, %n step(s)</source>
        <translation>
            <numerusform>Pipeline, %n Schritt</numerusform>
            <numerusform>Pipeline, %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Run of a script</source>
        <translation>Lauf eines Skripts</translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation>Beschreibung bearbeiten</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Description changed</source>
        <translation>Beschreibung geändert</translation>
    </message>
    <message>
        <source>Tag %1 set</source>
        <translation>Tag %1 gesetzt</translation>
    </message>
    <message>
        <source>Tag %1 removed</source>
        <translation>Tag %1 entfernt</translation>
    </message>
    <message>
        <source>No description.</source>
        <translation>Keine Beschreibung.</translation>
    </message>
    <message>
        <source>Run again from %1</source>
        <translation>Noch einmal ausgeführt von %1</translation>
    </message>
    <message>
        <source>Changed from %1</source>
        <translation>Geändert gegenüber %1</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Höchster Speicher</translation>
    </message>
    <message>
        <source>Reused from</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Step of</source>
        <translation>Schritt von</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobListSaving</name>
    <message>
        <source>Export jobs</source>
        <translation>Jobs exportieren</translation>
    </message>
    <message>
        <source>Exporting jobs</source>
        <translation>Jobs werden exportiert</translation>
    </message>
    <message>
        <source>Jobs exported</source>
        <translation>Jobs exportiert</translation>
    </message>
    <message>
        <source>The jobs were not exported</source>
        <translation>Die Jobs wurden nicht exportiert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobListTab</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>The jobs cannot be listed</source>
        <translation>Die Jobs können nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>1–%1 of %2</source>
        <translation>1–%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Job</numerusform>
            <numerusform>%n Jobs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 jobs selected</source>
        <translation>%1 von %2 Jobs ausgewählt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobListTools</name>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>By experiment</source>
        <translation>Nach Experiment</translation>
    </message>
    <message>
        <source>One list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal starten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>This job is not there any more</source>
        <translation>Diesen Job gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted. Deleted jobs can be restored for 30 days.</source>
        <translation>Er wurde gelöscht. Gelöschte Jobs lassen sich 30 Tage lang wiederherstellen.</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Outputs + logs</source>
        <translation>Ausgaben + Protokolle</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Child jobs</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Run with changes…</source>
        <translation>Mit Änderungen ausführen…</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>Name removed</source>
        <translation>Name entfernt</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>Umbenannt in %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This job cannot be shown</source>
        <translation>Dieser Job kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobTagging</name>
    <message numerus="yes">
        <source>Tag %n job(s)</source>
        <translation>
            <numerusform>%n Job ein Tag geben</numerusform>
            <numerusform>%n Jobs ein Tag geben</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>key: value</source>
        <translation>Schlüssel: Wert</translation>
    </message>
    <message>
        <source>A key with a value, or a word alone. A job that has the key already gets the new value.</source>
        <translation>Ein Schlüssel mit einem Wert oder ein Wort allein. Ein Job, der den Schlüssel schon hat, bekommt den neuen Wert.</translation>
    </message>
    <message>
        <source>Add the tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Tagging %n job(s)</source>
        <translation>
            <numerusform>%n Job bekommt das Tag</numerusform>
            <numerusform>%n Jobs bekommen das Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected jobs have this tag already</source>
        <translation>Die ausgewählten Jobs haben dieses Tag schon</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) tagged</source>
        <translation>
            <numerusform>%n Job hat das Tag bekommen</numerusform>
            <numerusform>%n Jobs haben das Tag bekommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Taking the tag back</source>
        <translation>Das Tag wird zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) could not be changed</source>
        <translation>
            <numerusform>%n Job konnte nicht geändert werden</numerusform>
            <numerusform>%n Jobs konnten nicht geändert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobViews</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed today</source>
        <translation>Heute fehlgeschlagen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Save view…</source>
        <translation>Ansicht speichern…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Replace by what is shown</source>
        <translation>Durch das Gezeigte ersetzen</translation>
    </message>
    <message>
        <source>The view was not saved</source>
        <translation>Die Ansicht wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The view was not deleted</source>
        <translation>Die Ansicht wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>View “%1” deleted</source>
        <translation>Ansicht „%1“ gelöscht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The view was not brought back</source>
        <translation>Die Ansicht wurde nicht zurückgeholt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter, grouping, order and columns are kept under it, for everybody who opens this workspace.</source>
        <translation>Filter, Gruppierung, Reihenfolge und Spalten bleiben unter diesem Namen erhalten, für alle, die diesen Arbeitsbereich öffnen.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Jobs and experiments</source>
        <translation>Jobs und Experimente</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
</context>
<context>
    <name>atelier::ui::LabeledField</name>
    <message>
        <source>%1, required</source>
        <comment>name of a field</comment>
        <translation>%1, erforderlich</translation>
    </message>
</context>
<context>
    <name>atelier::ui::LineBar</name>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>of %L1</source>
        <translation>von %L1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::LogPane</name>
    <message>
        <source>Go to the first error (Alt+E)</source>
        <translation>Zum ersten Fehler (Alt+E)</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Wrap lines (Alt+Z)</source>
        <translation>Zeilen umbrechen (Alt+Z)</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the end of the log in view</source>
        <translation>Das Ende des Protokolls im Blick behalten</translation>
    </message>
    <message>
        <source>First error: line %L1</source>
        <translation>Erster Fehler: Zeile %L1</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>noch nicht geschrieben</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%L1 lines</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Warnung</translation>
    </message>
    <message>
        <source>%L1 warnings</source>
        <translation>%L1 Warnungen</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%L1 errors</source>
        <translation>%L1 Fehler</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::LogView</name>
    <message>
        <source>Line %L1: %2</source>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>… cut here, the line has %1</source>
        <translation>… hier gekürzt, die Zeile hat %1</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation>Stelle im Protokoll</translation>
    </message>
    <message>
        <source>The selection is too large for the clipboard; save a copy of the file instead.</source>
        <translation>Die Auswahl ist zu groß für die Zwischenablage; speichern Sie stattdessen eine Kopie der Datei.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Go to the first error</source>
        <translation>Zum ersten Fehler</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>The copy was not saved. %1</source>
        <translation>Die Kopie wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MachineCard</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor · jobs may use all</source>
        <translation>Prozessor · Jobs dürfen alle nutzen</translation>
    </message>
    <message>
        <source>Memory · %1 free</source>
        <translation>Speicher · %1 frei</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Disk of this workspace</source>
        <translation>Platte dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>No graphics card</source>
        <translation>Keine Grafikkarte</translation>
    </message>
    <message>
        <source>Not needed for the sample</source>
        <translation>Für das Beispiel nicht nötig</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Geprüft um %1</translation>
    </message>
    <message>
        <source>No Python</source>
        <translation>Kein Python</translation>
    </message>
    <message>
        <source>Type: sudo apt install python3</source>
        <translation>Eingeben: sudo apt install python3</translation>
    </message>
    <message>
        <source>Python %1</source>
        <translation>Python %1</translation>
    </message>
    <message>
        <source>scikit-learn %1 found</source>
        <translation>scikit-learn %1 gefunden</translation>
    </message>
    <message>
        <source>Samples need it: sudo apt install python3-sklearn python3-pandas</source>
        <translation>Für die Beispiele: sudo apt install python3-sklearn python3-pandas</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n Job wartet</numerusform>
            <numerusform>%n Jobs warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricCard</name>
    <message>
        <source>How %1 went</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>↑ %1 vs best</source>
        <translation>↑ %1 zum Besten</translation>
    </message>
    <message>
        <source>↓ %1 vs best</source>
        <translation>↓ %1 zum Besten</translation>
    </message>
    <message>
        <source>same as the best</source>
        <translation>gleich dem Besten</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricCards</name>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message numerus="yes">
        <source>All %n metrics</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>Alle %n Metriken</numerusform>
        </translation>
    </message>
    <message>
        <source>against the best of %1:</source>
        <translation>gegen den besten von %1:</translation>
    </message>
    <message>
        <source>the best of %1</source>
        <translation>der beste von %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricCharts</name>
    <message>
        <source>Find a metric</source>
        <translation>Metrik suchen</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Relativ</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Chart saved</source>
        <translation>Diagramm gespeichert</translation>
    </message>
    <message>
        <source>The chart was not saved</source>
        <translation>Das Diagramm wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a metric and whose it is</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricPlot</name>
    <message>
        <source>No points yet</source>
        <translation>Noch keine Punkte</translation>
    </message>
    <message numerus="yes">
        <source>+ %n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>+ %n weitere</numerusform>
            <numerusform>+ %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>After %1</source>
        <comment>a duration</comment>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n NaN</source>
        <translation>
            <numerusform>%n NaN</numerusform>
            <numerusform>%n NaN</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n infinite</source>
        <translation>
            <numerusform>%n unendlicher</numerusform>
            <numerusform>%n unendliche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at or below 0</source>
        <translation>
            <numerusform>%n bei oder unter 0</numerusform>
            <numerusform>%n bei oder unter 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series.</source>
        <translation>
            <numerusform>%n Reihe.</numerusform>
            <numerusform>%n Reihen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2.</source>
        <comment>ends of the horizontal axis</comment>
        <translation>%1 bis %2.</translation>
    </message>
    <message>
        <source>Values from %1 to %2.</source>
        <translation>Werte von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1: last %2.</source>
        <translation>%1: zuletzt %2.</translation>
    </message>
    <message>
        <source>Not drawn: %1.</source>
        <translation>Nicht gezeichnet: %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricsTab</name>
    <message>
        <source>No metrics yet</source>
        <translation>Noch keine Metriken</translation>
    </message>
    <message>
        <source>What a script logs with mlflow.log_metric appears here as it comes.</source>
        <translation>Was ein Skript mit mlflow.log_metric aufzeichnet, erscheint hier, sobald es kommt.</translation>
    </message>
    <message>
        <source>No metrics</source>
        <translation>Keine Metriken</translation>
    </message>
    <message>
        <source>This job has ended without logging any. A script logs them with mlflow.log_metric.</source>
        <translation>Dieser Job ist beendet und hat keine geschrieben. Ein Skript schreibt sie mit mlflow.log_metric.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::MiniGraph</name>
    <message>
        <source>Graph of the steps</source>
        <translation>Graph der Schritte</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Minimap</name>
    <message>
        <source>Overview of the graph</source>
        <translation>Überblick über den Graphen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::NavigationItem</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::NavigationRail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::NewJob</name>
    <message>
        <source>Choose a job&apos;s document</source>
        <translation>Das Dokument eines Jobs wählen</translation>
    </message>
    <message>
        <source>Job documents (*.yml *.yaml *.json);;All files (*)</source>
        <translation>Dokumente von Jobs (*.yml *.yaml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The job was not submitted</source>
        <translation>Der Job wurde nicht eingereicht</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in %1 must be mended first.</source>
        <translation>
            <numerusform>%n Stelle in %1 muss erst berichtigt werden.</numerusform>
            <numerusform>%n Stellen in %1 müssen erst berichtigt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New job from a file…</source>
        <translation>Neuer Job aus einer Datei…</translation>
    </message>
    <message>
        <source>Run the sample pipeline</source>
        <translation>Die Beispiel-Pipeline ausführen</translation>
    </message>
    <message>
        <source>The sample cannot be run here</source>
        <translation>Das Beispiel kann hier nicht laufen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::NoticeRow</name>
    <message>
        <source>%1: %2</source>
        <comment>verb and job</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::NotificationCentre</name>
    <message>
        <source>%1 of %2 steps · %3</source>
        <translation>%1 von %2 Schritten · %3</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Mark all read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The job was not canceled</source>
        <translation>Der Job wurde nicht abgebrochen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Nothing yet. Jobs that run and that have ended stand here.</source>
        <translation>Noch nichts. Hier stehen Jobs, die laufen oder beendet sind.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::OverviewTab</name>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>Ein- und Ausgaben</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>vorher %1</translation>
    </message>
    <message>
        <source>This job failed after %1</source>
        <translation>Dieser Job ist nach %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>The step “%1” failed after %2</source>
        <translation>Der Schritt „%1“ ist nach %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Completed: nothing had changed, all results were taken over</source>
        <translation>Abgeschlossen: Nichts hatte sich geändert, alle Ergebnisse wurden übernommen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::PagedTable</name>
    <message>
        <source>not loaded yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>atelier::ui::PaletteRows</name>
    <message>
        <source>Type first</source>
        <translation>Zuerst tippen</translation>
    </message>
    <message>
        <source>To seek among commands alone</source>
        <translation>Um nur unter den Befehlen zu suchen</translation>
    </message>
    <message>
        <source>To seek among jobs alone</source>
        <translation>Um nur unter den Jobs zu suchen</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Used lately</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>atelier::ui::PicturePane</name>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>%L1 × %L2 px · %3</source>
        <translation>%L1 × %L2 px · %3</translation>
    </message>
</context>
<context>
    <name>atelier::ui::PlotCard</name>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Expand %1</source>
        <comment>a metric</comment>
        <translation>%1 vergrößern</translation>
    </message>
    <message>
        <source>More for %1</source>
        <comment>a metric</comment>
        <translation>Mehr für %1</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Ausschnitt zurücksetzen</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>Als PNG exportieren…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>Als SVG exportieren…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Export %1</source>
        <comment>a metric</comment>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Last value %1</source>
        <translation>Letzter Wert %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ProgressBar</name>
    <message>
        <source>%1: %2 %</source>
        <comment>name of a progress and per cent</comment>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>atelier::ui::RecentCard</name>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>geöffnet %1</translation>
    </message>
    <message>
        <source>not there any more</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation>%1 aus dieser Liste entfernen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ReproduceCard</name>
    <message>
        <source>The command that runs this job again</source>
        <translation>Der Befehl, der diesen Job noch einmal ausführt</translation>
    </message>
    <message>
        <source>Reproduce</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Same code, inputs and parameters, from a terminal</source>
        <translation>Gleicher Code, gleiche Eingaben und Parameter, aus einem Terminal</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>The command was copied</source>
        <translation>Der Befehl wurde kopiert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::RestartDialog</name>
    <message>
        <source>Restart the workspace&apos;s service?</source>
        <translation>Den Dienst des Arbeitsbereichs neu starten?</translation>
    </message>
    <message>
        <source>Restart service</source>
        <translation>Dienst neu starten</translation>
    </message>
    <message>
        <source>Its process is ended and a new one is started. Running jobs go on: each has a process of its own that looks after it. What was asked for and not answered is asked again.</source>
        <translation>Sein Prozess wird beendet und ein neuer gestartet. Laufende Jobs gehen weiter: auf jeden achtet ein eigener Prozess. Was gefragt und nicht beantwortet wurde, wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The service was not restarted</source>
        <translation>Der Dienst wurde nicht neu gestartet</translation>
    </message>
</context>
<context>
    <name>atelier::ui::SampleCard</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A pipeline</source>
        <translation>Eine Pipeline</translation>
    </message>
    <message>
        <source>Its steps run</source>
        <translation>Ihre Schritte laufen</translation>
    </message>
    <message>
        <source>A progress bar</source>
        <translation>Ein Fortschrittsbalken</translation>
    </message>
    <message>
        <source>A curve</source>
        <translation>Eine Kurve</translation>
    </message>
    <message>
        <source>it goes on</source>
        <translation>es geht weiter</translation>
    </message>
    <message>
        <source>look at this</source>
        <translation>bitte ansehen</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>es ist zu Ende</translation>
    </message>
</context>
<context>
    <name>atelier::ui::SearchButton</name>
    <message>
        <source>Search jobs and commands</source>
        <translation>Jobs und Befehle suchen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ServiceStrip</name>
    <message>
        <source>The workspace service is away. Jobs run on, what you see may be out of date; it is being started again.</source>
        <translation>Der Dienst des Arbeitsbereichs ist weg. Jobs laufen weiter, das Gezeigte kann veraltet sein; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The workspace&apos;s service does not answer. Jobs run on, what you see may be out of date. Wait until it is back, or restart it.</source>
        <translation>Der Dienst des Arbeitsbereichs antwortet nicht. Jobs laufen weiter, das Gezeigte kann veraltet sein. Warten Sie, bis er wieder da ist, oder starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>The workspace&apos;s service cannot be started: %1 It is tried again.</source>
        <translation>Der Dienst des Arbeitsbereichs lässt sich nicht starten: %1 Es wird wieder versucht.</translation>
    </message>
    <message>
        <source>Restart service…</source>
        <translation>Dienst neu starten…</translation>
    </message>
</context>
<context>
    <name>atelier::ui::SettingsPage</name>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>No settings match</source>
        <translation>Keine Einstellung passt</translation>
    </message>
    <message>
        <source>No setting has all of these words.</source>
        <translation>Keine Einstellung hat alle diese Wörter.</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ShortcutsSection</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>They work anywhere in the window, and so does the search for commands.</source>
        <translation>Sie wirken überall im Fenster, ebenso die Suche nach Befehlen.</translation>
    </message>
    <message>
        <source>By the search for commands</source>
        <translation>Über die Suche nach Befehlen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::SingleValues</name>
    <message>
        <source>Step %1 · %2</source>
        <translation>Schritt %1 · %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Spinner</name>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StageLine</name>
    <message>
        <source>Stages</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StartWindow</name>
    <message>
        <source>Atelier</source>
        <translation>Atelier</translation>
    </message>
    <message>
        <source>Welcome to Atelier</source>
        <translation>Willkommen bei Atelier</translation>
    </message>
    <message>
        <source>A workspace is a folder that keeps your jobs: their code, data, metrics and logs. Begin with the sample, or with one of your own.</source>
        <translation>Ein Arbeitsbereich ist ein Ordner, der Ihre Jobs aufbewahrt: ihren Code, ihre Daten, Metriken und Protokolle. Beginnen Sie mit dem Beispiel oder mit einem eigenen.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StateLegend</name>
    <message>
        <source>%1 %2</source>
        <comment>number of steps and their state</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StatusStrip</name>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · Schritt %2 von %3</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Processor of this machine</source>
        <translation>Prozessor dieses Rechners</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Memory of this machine</source>
        <translation>Speicher dieses Rechners</translation>
    </message>
    <message>
        <source>This machine ready</source>
        <translation>Dieser Rechner ist bereit</translation>
    </message>
    <message>
        <source>Connecting to the workspace service…</source>
        <translation>Verbindung zum Dienst des Arbeitsbereichs…</translation>
    </message>
    <message>
        <source>%1 / %2 GB</source>
        <translation>%1 / %2 GB</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>The service does not answer</source>
        <translation>Der Dienst antwortet nicht</translation>
    </message>
    <message>
        <source>The service cannot be started</source>
        <translation>Der Dienst lässt sich nicht starten</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StepRow</name>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StepsTab</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>atelier::ui::StudioWindow</name>
    <message>
        <source>%1 – Atelier</source>
        <translation>%1 – Atelier</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Search jobs and commands</source>
        <translation>Jobs und Befehle suchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Collapse or expand the navigation</source>
        <translation>Navigation ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Text in its normal size</source>
        <translation>Text in normaler Größe</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Show the steps to get started</source>
        <translation>Die ersten Schritte zeigen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Menu of what has the focus</source>
        <translation>Menü dessen, was den Fokus hat</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TabStrip</name>
    <message>
        <source>%1, %2</source>
        <comment>tab and its count</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TableCard</name>
    <message>
        <source>Refreshing</source>
        <translation>Wird aktualisiert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TableFilterField</name>
    <message>
        <source>Filter the rows of the table</source>
        <translation>Zeilen der Tabelle filtern</translation>
    </message>
    <message>
        <source>Conditions on columns, all of which must hold: age&gt;40 city=Rome,Oslo name:ada -score&lt;0 score is not empty. A name with blanks stands in quotes.</source>
        <translation>Bedingungen an Spalten, die alle gelten müssen: age&gt;40 city=Rome,Oslo name:ada -score&lt;0 score is not empty. Ein Name mit Leerzeichen steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Filter: column=value</source>
        <translation>Filter: Spalte=Wert</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TablePreview</name>
    <message>
        <source>The table is being opened</source>
        <translation>Die Tabelle wird geöffnet</translation>
    </message>
    <message>
        <source>An empty table</source>
        <translation>Eine leere Tabelle</translation>
    </message>
    <message>
        <source>It has neither rows nor columns.</source>
        <translation>Sie hat weder Zeilen noch Spalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied; the others are not loaded</source>
        <translation>
            <numerusform>%n Zeile kopiert; die anderen sind nicht geladen</numerusform>
            <numerusform>%n Zeilen kopiert; die anderen sind nicht geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>This table cannot be shown</source>
        <translation>Diese Tabelle kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>many rows</source>
        <translation>viele Zeilen</translation>
    </message>
    <message>
        <source>%1 × %2 · %3</source>
        <translation>%1 × %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln Spalte</numerusform>
            <numerusform>%Ln Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>Rows %1–%2</source>
        <translation>Zeilen %1–%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 (of %3)</source>
        <translation>%1 von %2 (von %3)</translation>
    </message>
    <message>
        <source>No row meets the filter</source>
        <translation>Keine Zeile passt zum Filter</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Save the shown rows as CSV…</source>
        <translation>Angezeigte Zeilen als CSV speichern…</translation>
    </message>
    <message>
        <source>These are too many columns to be saved by name: choose fewer, or all.</source>
        <translation>Das sind zu viele Spalten, um sie einzeln zu speichern: Wählen Sie weniger oder alle.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TableSaving</name>
    <message>
        <source>Save the shown rows</source>
        <translation>Angezeigte Zeilen speichern</translation>
    </message>
    <message>
        <source>Saving rows</source>
        <translation>Zeilen werden gespeichert</translation>
    </message>
    <message>
        <source>Rows saved</source>
        <translation>Zeilen gespeichert</translation>
    </message>
    <message>
        <source>The rows were not saved</source>
        <translation>Die Zeilen wurden nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TableView</name>
    <message>
        <source>Rows of the table</source>
        <translation>Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Only rows where it is empty</source>
        <translation>Nur Zeilen, in denen es leer ist</translation>
    </message>
    <message>
        <source>Only rows where it is not empty</source>
        <translation>Nur Zeilen, in denen es nicht leer ist</translation>
    </message>
    <message>
        <source>Only rows with %1</source>
        <translation>Nur Zeilen mit %1</translation>
    </message>
    <message>
        <source>Only rows without %1</source>
        <translation>Nur Zeilen ohne %1</translation>
    </message>
    <message>
        <source>No row meets the filter.</source>
        <translation>Keine Zeile entspricht dem Filter.</translation>
    </message>
    <message>
        <source>This table has columns, but no rows.</source>
        <translation>Diese Tabelle hat Spalten, aber keine Zeilen.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::Tag</name>
    <message>
        <source>Remove the tag %1</source>
        <translation>Das Etikett %1 entfernen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TagRow</name>
    <message>
        <source>Add a tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Tag</translation>
    </message>
    <message>
        <source>key: value</source>
        <translation>Schlüssel: Wert</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ThemeChoice</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
</context>
<context>
    <name>atelier::ui::TimelineView</name>
    <message>
        <source>Timeline of the steps</source>
        <translation>Zeitachse der Schritte</translation>
    </message>
    <message>
        <source>Critical path: %1, through %2</source>
        <translation>Kritischer Pfad: %1, durch %2</translation>
    </message>
    <message>
        <source>Critical path: %1, through %2 and %3</source>
        <translation>Kritischer Pfad: %1, durch %2 und %3</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and duration</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>Critical path: %1 through %n step(s), longest %2 and %3</source>
        <translation>
            <numerusform>Kritischer Pfad: %1 über %n Schritt, am längsten %2 und %3</numerusform>
            <numerusform>Kritischer Pfad: %1 über %n Schritte, am längsten %2 und %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ValueDelegate</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>atelier::ui::WorkspaceButton</name>
    <message>
        <source>Sample workspace</source>
        <translation>Beispiel-Arbeitsbereich</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
</context>
<context>
    <name>atelier::ui::WorkspaceChooser</name>
    <message>
        <source>Sample workspace</source>
        <translation>Beispiel-Arbeitsbereich</translation>
    </message>
    <message>
        <source>A pipeline with its data, ready to run. Nothing leaves this machine.</source>
        <translation>Eine Pipeline mit ihren Daten, bereit zum Start. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Create sample</source>
        <translation>Beispiel anlegen</translation>
    </message>
    <message>
        <source>Choose the sample&apos;s folder</source>
        <translation>Den Ordner des Beispiels wählen</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>An empty folder that will keep your jobs, their code and their results.</source>
        <translation>Ein leerer Ordner, der Ihre Jobs, ihren Code und ihre Ergebnisse aufbewahren wird.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Choose the new workspace&apos;s folder</source>
        <translation>Den Ordner des neuen Arbeitsbereichs wählen</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Einen Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>A folder that is a workspace already, as one that somebody gave to you.</source>
        <translation>Ein Ordner, der schon ein Arbeitsbereich ist, etwa einer, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Choose a workspace&apos;s folder</source>
        <translation>Den Ordner eines Arbeitsbereichs wählen</translation>
    </message>
    <message>
        <source>There is no workspace in %1. Choose another folder, or make a new one.</source>
        <translation>In %1 ist kein Arbeitsbereich. Wählen Sie einen anderen Ordner oder legen Sie einen neuen an.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::WorkspaceSection</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>The folder that keeps the jobs of this window.</source>
        <translation>Der Ordner, der die Jobs dieses Fensters behält.</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>Dieser Arbeitsbereich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name of its folder</source>
        <translation>Der Name seines Ordners</translation>
    </message>
    <message>
        <source>Copy the folder&apos;s path</source>
        <translation>Den Pfad des Ordners kopieren</translation>
    </message>
    <message>
        <source>The folder&apos;s path was copied</source>
        <translation>Der Pfad des Ordners wurde kopiert</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>Everything in the folder</source>
        <translation>Alles in diesem Ordner</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Run on this machine</source>
        <translation>Laufen auf diesem Rechner</translation>
    </message>
    <message>
        <source>Copy the address for MLflow</source>
        <translation>Die Adresse für MLflow kopieren</translation>
    </message>
    <message>
        <source>The address was copied</source>
        <translation>Die Adresse wurde kopiert</translation>
    </message>
    <message>
        <source>MLflow address for scripts</source>
        <translation>MLflow-Adresse für Skripte</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with %2 of memory</source>
        <translation>%1, mit %2 Speicher</translation>
    </message>
    <message>
        <source>%1 as MLFLOW_TRACKING_URI. Scripts outside of jobs also need MLFLOW_TRACKING_TOKEN: the text of %2.</source>
        <translation>%1 als MLFLOW_TRACKING_URI. Skripte außerhalb von Jobs brauchen auch MLFLOW_TRACKING_TOKEN: den Text von %2.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::WorkspaceWay</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Ordner: %1</translation>
    </message>
    <message>
        <source>Name a folder.</source>
        <translation>Nennen Sie einen Ordner.</translation>
    </message>
</context>
<context>
    <name>atelier::ui::ZoomBar</name>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
</TS>
