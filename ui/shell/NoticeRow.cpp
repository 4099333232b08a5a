#include "ui/shell/NoticeRow.h"

#include "ui/theme/Draw.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr QMargins margins{18, 12, 16, 10};
constexpr int tileSide = 32;

} // namespace

NoticeRow::NoticeRow(const Contents &contents, const std::vector<Act> &acts, QWidget *parent)
    : QWidget(parent)
    , m_tile(new IconTile(contents.icon, contents.tone, tileSide, this))
    , m_title(new ElidedLabel({}, TextStyle::BodyStrong, &Colors::text, this))
    , m_time(new TextLabel({}, TextStyle::Caption, &Colors::text3, this))
    , m_text(new WrapLabel({}, TextStyle::Caption, &Colors::text2, 0, this))
    , m_progress(new ProgressBar(contents.title, this))
{
    auto *row = makeRow(this, 12, margins);
    row->addWidget(m_tile, 0, Qt::AlignTop);
    auto *column = makeColumn(nullptr, 2);
    auto *head = makeRow(nullptr, 8);
    head->addWidget(m_title, 1);
    head->addWidget(m_time);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    if (!acts.empty())
        column->addLayout(makeFoot(acts, contents.title));
    row->addLayout(column, 1);
    show(contents);
}

QBoxLayout *NoticeRow::makeFoot(const std::vector<Act> &acts, const QString &title)
{
    QBoxLayout *foot = makeRow(nullptr, 16);
    for (const Act &act : acts) {
        auto *button = new Button(act.text, ButtonKind::Link, {}, ControlSize::Small, this);
        button->setAccessibleName(tr("%1: %2", "verb and job").arg(act.text, title));
        connect(button, &Button::clicked, this, act.act);
        foot->addWidget(button);
    }
    foot->addStretch();
    return foot;
}

void NoticeRow::show(const Contents &contents)
{
    m_tile->setLook(contents.icon, contents.tone);
    m_title->setText(contents.title);
    m_time->setText(contents.time);
    m_text->setText(contents.text);
    m_text->setVisible(!contents.text.isEmpty());
    m_progress->setVisible(contents.progress.has_value());
    m_progress->setProgress(contents.progress.value_or(Progress{}));
    m_isUnread = contents.isUnread;
    setAccessibleName(contents.isUnread ? tr("New: %1").arg(contents.title) : contents.title);
    update();
}

void NoticeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(
        QRect(margins.left(), height() - 1, width() - 2 * margins.left(), 1), colors().strokeSubtle);
    if (!m_isUnread)
        return;
    constexpr int dot = 6;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect box(7, margins.top() + (tileSide - dot) / 2, dot, dot);
    drawBox(painter, QStyle::visualRect(layoutDirection(), rect(), box), dot / 2.0, colors().accentStroke);
}

} // namespace atelier::ui
