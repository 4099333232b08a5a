<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ColumnWords</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty</source>
        <translation>
            <numerusform>%Ln empty</numerusform>
            <numerusform>%Ln empty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not a finite number</source>
        <translation>
            <numerusform>%Ln not a finite number</numerusform>
            <numerusform>%Ln not finite numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln value(s)</source>
        <translation>
            <numerusform>about %Ln value</numerusform>
            <numerusform>about %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln empty cell</numerusform>
            <numerusform>%Ln empty cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n column(s) · Distributions over all rows</source>
        <translation>
            <numerusform>%1 in %n column · Distributions over all rows</numerusform>
            <numerusform>%1 in %n columns · Distributions over all rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobCells</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n job(s)</source>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reused</source>
        <comment>steps</comment>
        <translation>
            <numerusform>%n reused</numerusform>
            <numerusform>%n reused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobStages</name>
    <message numerus="yes">
        <source>%1 · %2 of %n step(s)</source>
        <translation>
            <numerusform>%1 · %2 of %n step</numerusform>
            <numerusform>%1 · %2 of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped after %1 · %2 of %n step(s)</source>
        <translation>
            <numerusform>stopped after %1 · %2 of %n step</numerusform>
            <numerusform>stopped after %1 · %2 of %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::BellButton</name>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ChangeDialog</name>
    <message numerus="yes">
        <source>The job was not submitted: %n thing(s) must be mended</source>
        <translation>
            <numerusform>The job was not submitted: %n thing must be mended</numerusform>
            <numerusform>The job was not submitted: %n things must be mended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::CodePane</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ColumnDialog</name>
    <message numerus="yes">
        <source>%L1 of %Ln column(s)</source>
        <translation>
            <numerusform>%L1 of %Ln column</numerusform>
            <numerusform>%L1 of %Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::CommandBar</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::CompareHeads</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ComparePage</name>
    <message numerus="yes">
        <source>%n job(s) were deleted and left out</source>
        <translation>
            <numerusform>%n job was deleted and left out</numerusform>
            <numerusform>%n jobs were deleted and left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::ExperimentsTab</name>
    <message numerus="yes">
        <source>%n experiment(s)</source>
        <translation>
            <numerusform>%n experiment</numerusform>
            <numerusform>%n experiments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::FilterProposals</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::HomeHead</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n waiting.</source>
        <translation>
            <numerusform>, %n waiting.</numerusform>
            <numerusform>, %n waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running.</source>
        <translation>
            <numerusform>%n job running.</numerusform>
            <numerusform>%n jobs running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobActions</name>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>%n job deleted</numerusform>
            <numerusform>%n jobs deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n name(s)</source>
        <translation>
            <numerusform>Copy %n name</numerusform>
            <numerusform>Copy %n names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n active</source>
        <translation>
            <numerusform>Cancel %n active</numerusform>
            <numerusform>Cancel %n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n finished</source>
        <translation>
            <numerusform>Delete %n finished</numerusform>
            <numerusform>Delete %n finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) copied</source>
        <translation>
            <numerusform>%n name copied</numerusform>
            <numerusform>%n names copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobFactsCard</name>
    <message numerus="yes">
        <source>Pipeline, %n step(s)</source>
        <translation>
            <numerusform>Pipeline, %n step</numerusform>
            <numerusform>Pipeline, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobListTab</name>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::JobTagging</name>
    <message numerus="yes">
        <source>Tag %n job(s)</source>
        <translation>
            <numerusform>Tag %n job</numerusform>
            <numerusform>Tag %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tagging %n job(s)</source>
        <translation>
            <numerusform>Tagging %n job</numerusform>
            <numerusform>Tagging %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) tagged</source>
        <translation>
            <numerusform>%n job tagged</numerusform>
            <numerusform>%n jobs tagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) could not be changed</source>
        <translation>
            <numerusform>%n job could not be changed</numerusform>
            <numerusform>%n jobs could not be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::MachineCard</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) waiting</source>
        <translation>
            <numerusform>%n job waiting</numerusform>
            <numerusform>%n jobs waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricCards</name>
    <message numerus="yes">
        <source>All %n metrics</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>All %n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::MetricPlot</name>
    <message numerus="yes">
        <source>+ %n more</source>
        <comment>lines</comment>
        <translation>
            <numerusform>+ %n more</numerusform>
            <numerusform>+ %n more</numerusform>
        </translation>
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
            <numerusform>%n infinite</numerusform>
            <numerusform>%n infinite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at or below 0</source>
        <translation>
            <numerusform>%n at or below 0</numerusform>
            <numerusform>%n at or below 0</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series.</source>
        <translation>
            <numerusform>%n series.</numerusform>
            <numerusform>%n series.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::NavigationItem</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::NewJob</name>
    <message numerus="yes">
        <source>%n thing(s) in %1 must be mended first.</source>
        <translation>
            <numerusform>%n thing in %1 must be mended first.</numerusform>
            <numerusform>%n things in %1 must be mended first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::TablePreview</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied; the others are not loaded</source>
        <translation>
            <numerusform>%n row copied; the others are not loaded</numerusform>
            <numerusform>%n rows copied; the others are not loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::TimelineView</name>
    <message numerus="yes">
        <source>Critical path: %1 through %n step(s), longest %2 and %3</source>
        <translation>
            <numerusform>Critical path: %1 through %n step, longest %2 and %3</numerusform>
            <numerusform>Critical path: %1 through %n steps, longest %2 and %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>atelier::ui::WorkspaceSection</name>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
</context>
</TS>
