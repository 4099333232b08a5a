#include "ui/log/FindBar.h"

#include "ui/log/LogView.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace atelier::ui {

namespace {

constexpr int findBarHeight = 48;
constexpr int fieldWidth = 300;
constexpr int longestText = 1000;

} // namespace

FindBar::FindBar(LogView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new QLineEdit)
    , m_count(new TextLabel({}, TextStyle::Body, &Colors::text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(6);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find in the log"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setMaxLength(longestText);
    m_text->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_count->setObjectName(QStringLiteral("findCount"));
    row->addWidget(m_text);
    m_matchCase = addButton(u"text_font_size", tr("Match case"), QStringLiteral("matchCase"));
    m_matchCase->setCheckable(true);
    row->addWidget(m_count);
    IconButton *previous
        = addButton(u"arrow_up", tr("Previous hit (Shift+Enter)"), QStringLiteral("previousHit"));
    IconButton *next = addButton(u"arrow_down", tr("Next hit (Enter)"), QStringLiteral("nextHit"));
    row->addStretch();
    IconButton *closing = addButton(u"dismiss", tr("Close (Esc)"), QStringLiteral("closeFind"));
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_matchCase, &IconButton::toggled, this, &FindBar::search);
    connect(previous, &IconButton::clicked, &m_view, &LogView::showPreviousHit);
    connect(next, &IconButton::clicked, &m_view, &LogView::showNextHit);
    connect(closing, &IconButton::clicked, this, &FindBar::close);
    connect(&m_view, &LogView::searchChanged, this, &FindBar::showCount);
    applyLook();
    showCount();
}

IconButton *FindBar::addButton(QStringView icon, const QString &name, const QString &objectName)
{
    auto *button = new IconButton(icon, name, ControlSize::Small);
    button->setObjectName(objectName);
    layout()->addWidget(button);
    return button;
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_view.find({}, LetterCase::Ignore);
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::search()
{
    m_view.find(m_text->text(), m_matchCase->isChecked() ? LetterCase::Match : LetterCase::Ignore);
}

void FindBar::showCount()
{
    const LogSearch *search = m_view.document().search();
    if (search == nullptr) {
        m_count->clear();
        return;
    }
    const LogSearch::State state = search->state();
    const QString hits = QLocale().toString(static_cast<qulonglong>(state.hits));
    const QString more = state.complete ? QString() : QStringLiteral("…");
    if (state.hits == 0)
        m_count->setText(state.complete ? tr("No hits") : tr("Searching…"));
    else if (const auto current = m_view.currentHit())
        m_count->setText(
            tr("%1 of %2").arg(QLocale().toString(static_cast<qulonglong>(*current + 1)), hits) + more);
    else
        m_count->setText((state.hits == 1 ? tr("1 hit") : tr("%1 hits").arg(hits)) + more);
}

void FindBar::applyLook()
{
    setFixedHeight(scaled(findBarHeight));
    m_text->setFixedWidth(scaled(fieldWidth));
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        applyLook();
    QWidget::changeEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().surface);
    painter.fillRect(0, 0, width(), 1, colors().strokeSubtle);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        (event->modifiers() & Qt::ShiftModifier) != 0 ? m_view.showPreviousHit() : m_view.showNextHit();
    else
        event->ignore();
}

} // namespace atelier::ui
