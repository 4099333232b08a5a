#include "ui/log/LogPane.h"

#include "ui/log/LogView.h"
#include "ui/text/Format.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FileDialogs.h"
#include "ui/widgets/FileTitle.h"
#include "ui/widgets/FindBar.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace atelier::ui {

namespace {

constexpr int barHeight = 46;

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new LogView)
    , m_title(new FileTitle)
    , m_firstError(new Button({}, ButtonKind::Default, u"error_circle"))
    , m_find(new FindBar(tr("Find in the log")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = makeBar();
    column->addWidget(m_bar);
    column->addSpacing(1);
    column->addWidget(m_view, 1);
    column->addWidget(m_find);
    m_find->hide();
    m_view->setObjectName(QStringLiteral("logView"));
    connectBar();
    addShortcuts();
    applyLook();
    showFacts();
}

QWidget *LogPane::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_title, 1);
    m_firstError->setObjectName(QStringLiteral("firstError"));
    m_firstError->setIcon(icon(u"error_circle", &Colors::dangerText));
    m_firstError->setToolTip(tr("Go to the first error (Alt+E)"));
    row->addWidget(m_firstError);
    m_search = makeTool(u"search", tr("Find (Ctrl+F)"), QStringLiteral("openFind"));
    m_wrap = makeTool(u"text_wrap", tr("Wrap lines (Alt+Z)"), QStringLiteral("wrapLines"));
    m_wrap->setCheckable(true);
    m_save = makeTool(u"arrow_download", tr("Save a copy…"), QStringLiteral("saveCopy"));
    m_follow = new ToggleSwitch(tr("Follow"));
    m_follow->setObjectName(QStringLiteral("followLog"));
    m_follow->setToolTip(tr("Keep the end of the log in view"));
    for (QWidget *tool : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_wrap),
             static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_follow)})
        row->addWidget(tool);
    return bar;
}

IconButton *LogPane::makeTool(QStringView icon, const QString &name, const QString &objectName)
{
    auto *tool = new IconButton(icon, name);
    tool->setObjectName(objectName);
    return tool;
}

void LogPane::connectBar()
{
    connect(m_firstError, &Button::clicked, this, [this] {
        m_view->showFirstError();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &IconButton::clicked, m_find, &FindBar::open);
    connect(m_wrap, &IconButton::toggled, m_view, &LogView::setWrapped);
    connect(m_save, &IconButton::clicked, this, &LogPane::askWhere);
    connect(m_follow, &ToggleSwitch::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::wrappedChanged, m_wrap, &IconButton::setChecked);
    connect(m_view, &LogView::followingChanged, m_follow, &ToggleSwitch::setChecked);
    connect(m_view, &LogView::liveChanged, m_follow, &QWidget::setVisible);
    connect(m_view, &LogView::findRequested, m_find, &FindBar::open);
    connect(m_find, &FindBar::changed, this, [this] {
        m_view->find(m_find->text(), m_find->matchesCase() ? LetterCase::Match : LetterCase::Ignore);
    });
    connect(m_find, &FindBar::nextAsked, m_view, &LogView::showNextHit);
    connect(m_find, &FindBar::previousAsked, m_view, &LogView::showPreviousHit);
    connect(m_find, &FindBar::closed, this, [this] {
        m_view->find({}, LetterCase::Ignore);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_view, &LogView::searchChanged, this, &LogPane::showHits);
    connect(m_view, &LogView::saveRequested, this, &LogPane::askWhere);
    connect(m_view, &LogView::documentChanged, this, &LogPane::showFacts);
    connect(m_view, &LogView::told, m_title, &FileTitle::setFacts);
    m_follow->hide();
}

void LogPane::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] { m_find->open(); });
    add(Qt::ALT | Qt::Key_Z, [this] { m_view->setWrapped(!m_view->isWrapped()); });
    add(Qt::ALT | Qt::Key_E, [this] { m_firstError->isVisible() ? m_firstError->click() : void(); });
}

void LogPane::setFile(const QString &path)
{
    m_title->setName(QFileInfo(path).fileName());
    m_view->setFile(path);
}

void LogPane::setLive(bool live)
{
    m_view->setLive(live);
}

void LogPane::showFacts()
{
    const LogIndex::State &state = m_view->document().state();
    m_save->setEnabled(state.bytes > 0);
    m_firstError->setVisible(state.firstError.has_value());
    if (state.firstError)
        m_firstError->setText(tr("First error: line %L1").arg(*state.firstError + 1));
    if (state.error && state.bytes == 0) {
        m_title->setFacts(
            m_view->isLive() ? tr("not written yet") : QString::fromStdString(state.error->sentence));
        return;
    }
    QStringList facts{
        state.lines == 1 ? tr("1 line") : tr("%L1 lines").arg(state.lines), bytesText(state.bytes)};
    if (state.warnings > 0)
        facts << (state.warnings == 1 ? tr("1 warning") : tr("%L1 warnings").arg(state.warnings));
    if (state.errors > 0)
        facts << (state.errors == 1 ? tr("1 error") : tr("%L1 errors").arg(state.errors));
    m_title->setFacts(facts.join(QStringLiteral(" · ")));
}

void LogPane::showHits()
{
    const LogSearch *search = m_view->document().search();
    if (search == nullptr)
        return m_find->showNoSearch();
    const LogSearch::State state = search->state();
    const auto current = m_view->currentHit();
    m_find->showHits(
        {state.hits, current ? std::optional<qulonglong>(*current) : std::nullopt, state.complete});
}

void LogPane::askWhere()
{
    chooseNewFile(*this, tr("Save a copy"), QFileInfo(m_view->document().path()).fileName(),
        [this](const QString &target) { m_view->saveCopy(target); });
}

void LogPane::applyLook()
{
    m_bar->setFixedHeight(scaled(barHeight));
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        applyLook();
    QWidget::changeEvent(event);
}

void LogPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(0, m_bar->height(), width(), 1, colors().strokeSubtle);
}

} // namespace atelier::ui
