#include "ui/widgets/FindBar.h"

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

FindBar::FindBar(const QString &purpose, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_count(new TextLabel({}, TextStyle::Body, &Colors::text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(6);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(purpose);
    m_text->setAccessibleName(purpose);
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
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::changed);
    connect(m_matchCase, &IconButton::toggled, this, &FindBar::changed);
    connect(previous, &IconButton::clicked, this, &FindBar::previousAsked);
    connect(next, &IconButton::clicked, this, &FindBar::nextAsked);
    connect(closing, &IconButton::clicked, this, &FindBar::close);
    applyLook();
    showNoSearch();
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
    Q_EMIT changed();
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

QString FindBar::text() const
{
    return m_text->text();
}

bool FindBar::matchesCase() const
{
    return m_matchCase->isChecked();
}

void FindBar::showNoSearch()
{
    m_count->clear();
}

void FindBar::showHits(const Hits &hits)
{
    const QString count = QLocale().toString(hits.count);
    const QString more = hits.isComplete ? QString() : QStringLiteral("…");
    if (hits.count == 0)
        m_count->setText(hits.isComplete ? tr("No hits") : tr("Searching…"));
    else if (hits.current)
        m_count->setText(tr("%1 of %2").arg(QLocale().toString(*hits.current + 1), count) + more);
    else
        m_count->setText(tr("%Ln hit(s)", nullptr, static_cast<int>(hits.count)) + more);
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
        (event->modifiers() & Qt::ShiftModifier) != 0 ? Q_EMIT previousAsked() : Q_EMIT nextAsked();
    else
        event->ignore();
}

} // namespace atelier::ui
