#include "ui/home/MachineCard.h"

#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/WrapLabel.h"

#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

StateLook ready()
{
    return {MachineCard::tr("Ready"), Tone::Success, Mark::Icon, toneIcon(Tone::Success)};
}

StateLook incomplete()
{
    return {MachineCard::tr("Something is missing"), Tone::Warning, Mark::Icon, toneIcon(Tone::Warning)};
}

} // namespace

MachineCard::MachineCard(QWidget *parent)
    : Card(parent)
    , m_state(new Pill({tr("Checking"), Tone::Info, Mark::Spinner, {}}, this))
    , m_rows(makeColumn(nullptr, 10))
    , m_checked(new WrapLabel({}, TextStyle::Caption, &Colors::text2, 0, this))
{
    setObjectName(QStringLiteral("machineCard"));
    auto *column = makeColumn(this, 12, {16, 14, 16, 12});
    auto *head = makeRow(nullptr, 8);
    head->addWidget(new TextLabel(tr("This machine"), TextStyle::BodyStrong, &Colors::text, this), 1);
    head->addWidget(m_state);
    column->addLayout(head);
    column->addLayout(m_rows);
    auto *foot = makeRow(nullptr, 8);
    foot->addWidget(m_checked, 1, Qt::AlignVCenter);
    auto *again = new Button(tr("Check again"), ButtonKind::Link, {}, ControlSize::Small, this);
    again->setObjectName(QStringLiteral("checkMachine"));
    connect(again, &Button::clicked, this, &MachineCard::checkRequested);
    foot->addWidget(again);
    column->addLayout(foot);
}

void MachineCard::showMachine(const MachineDescription &machine)
{
    clearLayout(*m_rows);
    const bool hasPython = !machine.python.version.empty();
    m_state->setLook(hasPython ? ready() : incomplete());
    addRow(u"developer_board", tr("%n core(s)", nullptr, static_cast<int>(machine.cores)),
        tr("Processor · jobs may use all"), Health::Good);
    addRow(u"ram", bytesText(machine.memoryBytes),
        tr("Memory · %1 free").arg(bytesText(machine.availableBytes)), Health::Good);
    if (machine.freeDiskBytes)
        addRow(u"hard_drive", tr("%1 free").arg(bytesText(*machine.freeDiskBytes)),
            tr("Disk of this workspace"),
            *machine.freeDiskBytes < 1'000'000'000 ? Health::Problem : Health::Good);
    addPython(machine.python);
    if (machine.graphicsCards.empty())
        addRow(u"gauge", tr("No graphics card"), tr("Not needed for the sample"), Health::Note);
    for (const std::string &card : machine.graphicsCards)
        addRow(u"gauge", textOf(card), tr("Graphics card"), Health::Good);
    m_checked->setText(
        tr("Checked at %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
}

void MachineCard::addPython(const PythonDescription &python)
{
    if (python.version.empty())
        return addRow(u"code", tr("No Python"), tr("Type: sudo apt install python3"), Health::Problem);
    const auto learn = python.packages.find("scikit-learn");
    const bool hasLearn = learn != python.packages.end();
    addRow(u"code", tr("Python %1").arg(textOf(python.version)),
        hasLearn ? tr("scikit-learn %1 found").arg(textOf(learn->second))
                 : tr("Samples need it: sudo apt install python3-sklearn python3-pandas"),
        hasLearn ? Health::Good : Health::Problem);
}

void MachineCard::addRow(QStringView icon, const QString &value, const QString &name, Health health)
{
    auto *row = makeRow(nullptr, 10);
    row->addWidget(new IconTile(icon, Tone::Neutral, 32, this));
    auto *words = makeColumn(nullptr, 0);
    words->addWidget(new ElidedLabel(value, TextStyle::BodyMedium, &Colors::text, this));
    words->addWidget(new ElidedLabel(name, TextStyle::Caption, &Colors::text2, this));
    row->addLayout(words, 1);
    const Tone tone = health == Health::Good ? Tone::Success
        : health == Health::Note             ? Tone::Neutral
                                             : Tone::Danger;
    auto *mark = new IconLabel(
        health == Health::Note ? QStringLiteral("info") : toneIcon(tone), textRole(tone), 16, this);
    mark->setFilled(true);
    row->addWidget(mark);
    m_rows->addLayout(row);
}

void MachineCard::showFailure(const QString &sentence)
{
    m_state->setLook(incomplete());
    m_checked->setText(sentence);
}

} // namespace atelier::ui
