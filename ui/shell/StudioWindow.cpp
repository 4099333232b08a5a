#include "ui/shell/StudioWindow.h"

#include "core/system/Clock.h"
#include "ui/shell/ActiveJobs.h"
#include "ui/shell/CommandBar.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/DesktopNotice.h"
#include "ui/shell/NavigationRail.h"
#include "ui/shell/Notices.h"
#include "ui/shell/NotificationCentre.h"
#include "ui/shell/RestartDialog.h"
#include "ui/shell/ServiceStrip.h"
#include "ui/shell/StatusStrip.h"
#include "ui/shell/WorkspaceButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/Focus.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/PageStack.h"
#include "ui/widgets/StateLook.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/ToastArea.h"

#include <QCloseEvent>
#include <QScreen>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString collapsedKey = QStringLiteral("window/navigationCollapsed");
constexpr std::int64_t worthTellingMs = 10'000;
constexpr std::int64_t worthInterruptingMs = 60'000;

QSize roomOnScreen(const QWidget &window)
{
    constexpr QSize frame(16, 48); // what the window manager adds, about
    return window.screen()->availableSize() - frame;
}

} // namespace

StudioWindow::StudioWindow(Parts parts)
    : m_connection(std::move(parts.connection))
    , m_theme(parts.theme)
    , m_settings(parts.settings)
    , m_appearance(parts.theme, parts.settings)
    , m_actions(new Actions(*this))
    , m_studio{*m_connection, m_navigator, parts.theme, parts.settings, *m_actions,
          std::move(parts.resources), [this](const ToastMessage &message) { return notify(message); },
          [this](const QString &what) { m_toasts->settle(what); }}
    , m_makers(std::move(parts.pages))
    , m_active(new ActiveJobs(*m_connection, this))
    , m_notices(new Notices(*m_connection, m_settings, this))
    , m_bar(new CommandBar(m_connection->folder(), this))
    , m_rail(new NavigationRail(this))
    , m_strip(new ServiceStrip(*m_connection, this))
    , m_stack(new PageStack(this))
    , m_status(new StatusStrip(this))
    , m_toasts(new ToastArea(*this, scaled(26)))
    , m_regions({m_bar, m_strip, m_rail, m_stack, m_status})
{
    setObjectName(QStringLiteral("studio"));
    setWindowTitle(tr("%1 – Atelier").arg(workspaceName(m_connection->folder())));
    layOut();
    addActions();
    if (parts.addActions)
        parts.addActions(m_studio, *m_actions, *this);
    connectParts();
    restore();
}

// Pages ask the connection: they go first.
StudioWindow::~StudioWindow()
{
    qDeleteAll(findChildren<CommandPalette *>());
    qDeleteAll(findChildren<NotificationCentre *>());
    qDeleteAll(findChildren<Dialog *>());
    delete takeCentralWidget();
    delete m_active;
    delete m_notices;
}

void StudioWindow::layOut()
{
    auto *center = new QWidget(this);
    auto *column = makeColumn(center, 0);
    column->addWidget(m_bar);
    column->addWidget(m_strip);
    auto *row = makeRow(nullptr, 0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(center);
    followTextSize(
        *this, [this] { setMinimumSize(QSize(scaled(900), scaled(560)).boundedTo(roomOnScreen(*this))); });
}

void StudioWindow::connectParts()
{
    connect(&m_navigator, &Navigator::navigated, this, qOverload<const Address &>(&StudioWindow::show));
    connect(m_rail, &NavigationRail::chosen, this, [this](PageKind page) { m_navigator.go({page}); });
    connect(m_rail, &NavigationRail::collapsedChanged, this,
        [this](bool collapsed) { m_settings.setValue(collapsedKey, collapsed); });
    connect(m_active, &ActiveJobs::changed, this, &StudioWindow::showJobs);
    connect(m_notices, &Notices::changed, this, [this] { m_bar->setUnread(m_notices->unreadCount()); });
    connect(m_notices, &Notices::jobEnded, this, &StudioWindow::tellEnd);
    connect(
        m_bar, &CommandBar::notificationsRequested, m_actions->find(u"notifications"_s), &QAction::trigger);
    connect(m_bar, &CommandBar::themeRequested, this, &StudioWindow::toggleTheme);
    connect(m_bar, &CommandBar::searchRequested, this,
        [this] { m_actions->find(QStringLiteral("palette"))->trigger(); });
    connect(m_bar, &CommandBar::runningRequested, this, [this] {
        m_navigator.go({PageKind::Jobs, {}, {}, QStringLiteral("status:running")});
    });
    connect(&m_bar->workspace(), &WorkspaceButton::openRequested, this, &StudioWindow::workspaceRequested);
    connect(&m_bar->workspace(), &WorkspaceButton::browseRequested, m_actions->find(u"openWorkspace"_s),
        &QAction::trigger);
    connect(&m_bar->workspace(), &WorkspaceButton::createRequested, m_actions->find(u"newWorkspace"_s),
        &QAction::trigger);
    connect(m_connection.get(), &WorkspaceConnection::stateChanged, m_status, &StatusStrip::setState);
    connect(m_connection.get(), &WorkspaceConnection::stateChanged, this, [this](ServiceState state) {
        if (state == ServiceState::Answers)
            m_toasts->settle(missingService);
    });
    connect(m_strip, &ServiceStrip::restartRequested, this,
        [this] { (new RestartDialog(*this, m_studio))->open(); });
    connect(&m_connection->feed(), &EventFeed::loadMeasured, m_status, &StatusStrip::setLoad);
    connect(&m_theme, &Theme::changed, this, [this] { m_bar->setDark(m_theme.isDark()); });
    m_bar->setDark(m_theme.isDark());
}

void StudioWindow::show(const Address &address)
{
    Page *page = pageOf(address.page);
    if (page == nullptr)
        return;
    page->show(address);
    if (page != m_front) {
        const bool isFirst = m_front == nullptr;
        const bool hadFocus = m_front != nullptr && m_front->isAncestorOf(focusWidget());
        if (hadFocus)
            m_focused[m_front] = focusWidget();
        if (m_front != nullptr)
            m_front->setInFront(false);
        m_front = page;
        m_stack->setCurrentWidget(page);
        page->setInFront(true);
        if (hadFocus)
            focusFront();
        else if (isFirst)
            focusFirst();
    }
    m_rail->setCurrent(address.page);
}

/// Gives the focus back to what had it there before. Qt by itself would hand it to what comes before the
/// page, in the command bar.
void StudioWindow::focusFront()
{
    QWidget *before = m_focused[m_front];
    const bool isThere = before != nullptr && before->isEnabled() && before->isVisible();
    (isThere ? before : m_front)->setFocus(Qt::OtherFocusReason);
}

/// A window that opens is there for its page: Qt by itself would begin in the command bar.
void StudioWindow::focusFirst()
{
    QWidget *first = firstControl(*m_front);
    (first != nullptr ? first : m_front)->setFocus(Qt::OtherFocusReason);
}

Page *StudioWindow::pageOf(PageKind kind)
{
    if (const auto made = m_pages.find(kind); made != m_pages.end())
        return made->second;
    const auto maker = m_makers.find(kind);
    if (maker == m_makers.end())
        return nullptr;
    Page *page = maker->second(m_studio);
    m_stack->addWidget(page);
    m_pages[kind] = page;
    return page;
}

void StudioWindow::showJobs()
{
    m_rail->setRunningJobs(m_active->runningCount());
    m_bar->showJobs(*m_active);
    m_status->showJobs(*m_active);
}

void StudioWindow::tellEnd(const JobSummary &job)
{
    const Address &here = m_navigator.current();
    const bool isSeen
        = isActiveWindow() && here.page == PageKind::Job && here.jobs.value(0) == textOf(job.name);
    const std::int64_t took = durationOf(job, nowMs()).value_or(0);
    if (isSeen || took < worthTellingMs)
        return;
    const StateLook look = stateLook(job.status);
    const QString text = tr("%1 after %2").arg(look.text, durationText(took));
    if (!isActiveWindow() && took >= worthInterruptingMs)
        showOnDesktop(textOf(titleOf(job)), text);
    Toast *toast = m_toasts->show({look.tone, textOf(titleOf(job)), text, tr("View")});
    connect(toast, &Toast::actionChosen, this, [this, name = textOf(job.name)] {
        m_navigator.go({PageKind::Job, {name}});
    });
}

Toast *StudioWindow::notify(const ToastMessage &message)
{
    if (message.tone == Tone::Danger)
        m_notices->add({message.title, message.text, nowMs()});
    return m_toasts->show(message);
}

void StudioWindow::restore()
{
    resize(QSize(scaled(1440), scaled(900)).boundedTo(roomOnScreen(*this)));
    restoreGeometry(m_settings.value(geometryKey).toByteArray());
    m_rail->setCollapsed(m_settings.value(collapsedKey, false).toBool());
}

void StudioWindow::keyPressEvent(QKeyEvent *event)
{
    // What nobody else wanted.
    if (event->key() == Qt::Key_Escape)
        m_toasts->dismissNewest();
    else
        QMainWindow::keyPressEvent(event);
}

void StudioWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace atelier::ui
