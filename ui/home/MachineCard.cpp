#include "ui/home/MachineCard.h"

#include "core/system/MachineLoad.h"
#include "ui/home/LoadTile.h"
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

#include <cmath>

namespace atelier::ui {

namespace {

StateLook ready()
{
    return {MachineCard::tr("Ready"), Tone::Success, Mark::Icon, toneIcon(Tone::Success)};
}

StateLook checking()
{
    return {MachineCard::tr("Checking"), Tone::Info, Mark::Spinner, {}};
}

StateLook busy(int jobs)
{
    return {MachineCard::tr("%n running", nullptr, jobs), Tone::Accent, Mark::Icon, QStringLiteral("pulse")};
}

StateLook incomplete()
{
    return {MachineCard::tr("Something is missing"), Tone::Warning, Mark::Icon, toneIcon(Tone::Warning)};
}

} // namespace

MachineCard::MachineCard(QWidget *parent)
    : Card(parent)
    , m_state(new Pill(checking(), this))
    , m_check(makeCheck())
    , m_load(makeLoad())
    , m_checkLook(checking())
{
    setObjectName(QStringLiteral("machineCard"));
    auto *column = makeColumn(this, 12, {16, 14, 16, 12});
    auto *head = makeRow(nullptr, 8);
    head->addWidget(new TextLabel(tr("This machine"), TextStyle::BodyStrong, &Colors::text, this), 1);
    head->addWidget(m_state);
    column->addLayout(head);
    column->addWidget(m_check);
    column->addWidget(m_load);
    m_load->hide();
}

QWidget *MachineCard::makeCheck()
{
    auto *part = new QWidget(this);
    auto *column = makeColumn(part, 12);
    m_rows = makeColumn(nullptr, 10);
    column->addLayout(m_rows);
    m_checked = new WrapLabel({}, TextStyle::Caption, &Colors::text2, 0, part);
    auto *foot = makeRow(nullptr, 8);
    foot->addWidget(m_checked, 1, Qt::AlignVCenter);
    auto *again = new Button(tr("Check again"), ButtonKind::Link, {}, ControlSize::Small, part);
    again->setObjectName(QStringLiteral("checkMachine"));
    connect(again, &Button::clicked, this, &MachineCard::checkRequested);
    foot->addWidget(again);
    column->addLayout(foot);
    return part;
}

QWidget *MachineCard::makeLoad()
{
    auto *part = new QWidget(this);
    auto *column = makeColumn(part, 8);
    auto *tiles = makeRow(nullptr, 10);
    m_processor = new LoadTile(tr("Processor"), &Colors::accentStroke, part);
    m_memory = new LoadTile(tr("Memory"), &Colors::portModel, part);
    tiles->addWidget(m_processor, 1);
    tiles->addWidget(m_memory, 1);
    column->addLayout(tiles);
    m_waiting = new WrapLabel({}, TextStyle::Caption, &Colors::text2, 0, part);
    column->addWidget(m_waiting);
    return part;
}

void MachineCard::showLoad(const MachineLoad &load)
{
    if (std::isnan(load.processor) || load.memoryBytes == 0)
        return;
    m_processor->add(load.processor, percentText(load.processor));
    m_memory->add(static_cast<double>(load.usedBytes) / static_cast<double>(load.memoryBytes),
        tr("%1 of %2").arg(bytesText(load.usedBytes), bytesText(load.memoryBytes)));
    m_isMeasured = true;
    showPart();
}

void MachineCard::setJobs(int running, int waiting)
{
    m_runningJobs = running;
    m_waiting->setText(tr("%n job(s) waiting", nullptr, waiting));
    m_waiting->setVisible(waiting > 0);
    showPart();
}

void MachineCard::showPart()
{
    const bool showsLoad = m_runningJobs > 0 && m_isMeasured && m_isComplete;
    m_check->setVisible(!showsLoad);
    m_load->setVisible(showsLoad);
    m_state->setLook(showsLoad ? busy(m_runningJobs) : m_checkLook);
}

void MachineCard::showMachine(const MachineDescription &machine)
{
    clearLayout(*m_rows);
    const bool hasPython = !machine.python.version.empty();
    m_checkLook = hasPython ? ready() : incomplete();
    m_isComplete = hasPython;
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
    showPart();
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
    m_checkLook = incomplete();
    m_isComplete = false;
    m_checked->setText(sentence);
    showPart();
}

} // namespace atelier::ui
