#include "ui/shell/CommandBar.h"

#include "ui/shell/ActiveJobs.h"
#include "ui/shell/BellButton.h"
#include "ui/shell/SearchButton.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"

namespace atelier::ui {

CommandBar::CommandBar(const std::filesystem::path &workspace, QWidget *parent)
    : Pane(&Colors::chrome, Qt::BottomEdge, parent)
    , m_workspace(new WorkspaceButton(workspace, this))
    , m_running(new Button({}, ButtonKind::Ghost, u"pulse", ControlSize::Normal, this))
    , m_bell(new BellButton(this))
    , m_theme(new IconButton(u"weather_moon", {}, ControlSize::Normal, this))
{
    setObjectName(QStringLiteral("commandBar"));
    auto *search = new SearchButton(this);
    // What runs comes and goes; the search stays where it is.
    auto *place = new QWidget(this);
    auto *inPlace = makeRow(place, 0);
    inPlace->addStretch();
    inPlace->addWidget(m_running);
    followTextSize(*this, [this, search, place] {
        setFixedHeight(scaled(46));
        search->setMaximumWidth(scaled(460));
        place->setMinimumWidth(widthOfRunning());
    });
    m_running->setObjectName(QStringLiteral("running"));
    m_running->hide();
    m_theme->setObjectName(QStringLiteral("theme"));
    auto *row = makeRow(this, 8, {6, 0, 14, 1});
    row->addWidget(m_workspace);
    row->addStretch(1);
    row->addWidget(search, 3);
    row->addStretch(1);
    row->addWidget(place);
    row->addWidget(m_bell);
    row->addWidget(m_theme);
    connect(search, &SearchButton::clicked, this, &CommandBar::searchRequested);
    connect(m_running, &Button::clicked, this, &CommandBar::runningRequested);
    connect(m_bell, &BellButton::clicked, this, &CommandBar::notificationsRequested);
    connect(m_theme, &IconButton::clicked, this, &CommandBar::themeRequested);
    setDark(false);
}

/// Whatever number it says: more will not run on one machine.
int CommandBar::widthOfRunning() const
{
    constexpr int most = 999;
    Button widest(tr("%n running", nullptr, most), ButtonKind::Ghost, u"pulse", ControlSize::Normal);
    return widest.sizeHint().width();
}

void CommandBar::showJobs(const ActiveJobs &jobs)
{
    m_running->setText(tr("%n running", nullptr, jobs.runningCount()));
    m_running->setVisible(jobs.runningCount() > 0);
}

void CommandBar::setUnread(int count)
{
    m_bell->setUnread(count);
}

void CommandBar::setDark(bool dark)
{
    m_theme->setIconName(dark ? u"weather_sunny" : u"weather_moon");
    m_theme->setName(dark ? tr("Light theme") : tr("Dark theme"));
}

} // namespace atelier::ui
