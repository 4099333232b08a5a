#include "ui/jobs/FilterProposals.h"

#include "ui/text/Format.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Layouts.h"

#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int popupWidth = 428;
constexpr int rowHeight = 32;
constexpr int titleHeight = 28;
constexpr int mostRows = 8;
constexpr int margin = 4;
constexpr int shadow = 12;
constexpr int kindBegin = 210;

enum Role { Kind = Qt::UserRole + 1, Jobs };

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, scaled(rowHeight)};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if ((option.state & QStyle::State_Selected) != 0)
            drawBox(*painter, option.rect, controlRadius, colors().selected);
        else if ((option.state & QStyle::State_MouseOver) != 0)
            drawBox(*painter, option.rect, controlRadius, colors().hover);
        const QRect row = option.rect.adjusted(8, 0, -8, 0);
        const auto draw
            = [&](const QRect &box, TextStyle style, const QColor &color, int flags, const QString &text) {
                  painter->setFont(ui::font(style));
                  painter->setPen(color);
                  painter->drawText(QStyle::visualRect(option.direction, row, box), flags | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width()));
              };
        const QString jobs = index.data(Jobs).toString();
        const QString kind = index.data(Kind).toString();
        const int end = QFontMetrics(ui::font(TextStyle::Caption)).horizontalAdvance(jobs) + 4;
        const int middle = kind.isEmpty() ? row.right() - end : row.left() + scaled(kindBegin);
        draw({row.left(), row.top(), middle - row.left() - 8, row.height()}, TextStyle::Code, colors().text,
            Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        draw({middle, row.top(), row.right() - end - middle, row.height()}, TextStyle::Caption,
            colors().text2, Qt::AlignLeft, kind);
        draw({row.right() - end, row.top(), end, row.height()}, TextStyle::Caption, colors().text2,
            Qt::AlignRight, jobs);
    }
};

QString kindText(const std::string &kind)
{
    if (kind == "number")
        return FilterProposals::tr("number · last value");
    if (kind == "time")
        return FilterProposals::tr("time");
    if (kind == "duration")
        return FilterProposals::tr("duration");
    return kind.empty() ? QString() : FilterProposals::tr("text");
}

} // namespace

FilterProposals::FilterProposals(QWidget &window)
    : QWidget(&window)
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    hide();
    setObjectName(QStringLiteral("filterProposals"));
    setAccessibleName(tr("Proposals for the filter"));
    m_list->setAccessibleName(tr("Proposals for the filter"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    connect(
        m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
}

void FilterProposals::open(
    const QString &title, const std::vector<FilterProposal> &proposals, const QPoint &caret)
{
    m_title = title;
    m_model->clear();
    for (const FilterProposal &proposal : proposals) {
        auto *item = new QStandardItem(textOf(proposal.text));
        item->setData(kindText(proposal.kind), Kind);
        if (proposal.jobs > 0)
            item->setData(tr("%n job(s)", nullptr, static_cast<int>(proposal.jobs)), Jobs);
        m_model->appendRow(item);
    }
    const int rows = std::min(m_model->rowCount(), mostRows);
    const QSize size(scaled(popupWidth), scaled(titleHeight) + rows * scaled(rowHeight) + 2 * margin);
    const QSize whole = size + QSize(2 * shadow, 2 * shadow);
    const int left
        = std::clamp(caret.x() - shadow - margin, 0, std::max(0, parentWidget()->width() - whole.width()));
    setGeometry(QRect({left, caret.y() - shadow + margin}, whole));
    m_list->setGeometry(QRect(QPoint(shadow + margin, shadow + scaled(titleHeight)),
        QSize(size.width() - 2 * margin, rows * scaled(rowHeight))));
    show();
    raise();
    update();
}

void FilterProposals::move(int step)
{
    const int count = m_model->rowCount();
    const int row = current() < 0 ? (step > 0 ? 0 : count - 1) : (current() + step + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

int FilterProposals::current() const
{
    return m_list->currentIndex().row();
}

QString FilterProposals::currentText() const
{
    return m_list->currentIndex().data().toString();
}

void FilterProposals::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect box = rect().adjusted(shadow, shadow, -shadow, -shadow);
    drawShadow(painter, box, cardRadius, Elevation::Menu);
    drawBox(painter, box, cardRadius, colors().raised, colors().stroke);
    painter.setFont(ui::font(TextStyle::MicroStrong));
    painter.setPen(colors().text3);
    painter.drawText(QRect(box.left() + 12, box.top(), box.width() - 24, scaled(titleHeight)),
        Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, box.width() - 24));
}

} // namespace atelier::ui
