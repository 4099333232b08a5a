#include "ui/shell/CommandPalette.h"

#include "ui/shell/PaletteDelegate.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int sheetWidth = 660;
constexpr int sheetHeight = 532;
constexpr int mostJobs = 12;

JobFilter jobsWith(const QString &text)
{
    JobFilter filter;
    filter.text = text.toStdString();
    filter.limit = mostJobs;
    return filter;
}

/// Draws the sheet itself, so that its shadow lies on the scrim.
class Sheet : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(painter, rect(), dialogRadius, colors().raised, colors().stroke);
    }
};

} // namespace

void CommandPalette::open(QWidget &window, const Studio &studio, const Actions &actions, const QString &begin)
{
    if (auto *open = window.findChild<CommandPalette *>(QStringLiteral("commandPalette")))
        return open->close();
    auto *palette = new CommandPalette(window, studio, actions);
    palette->place();
    palette->QWidget::show();
    palette->raise();
    palette->m_field->setText(begin);
    palette->m_field->setFocus(Qt::ShortcutFocusReason);
    palette->m_field->end(false); // the focus selects, and typing would replace the sign
}

CommandPalette::CommandPalette(QWidget &window, const Studio &studio, const Actions &actions)
    : QWidget(&window)
    , m_studio(studio)
    , m_sheet(new Sheet(this))
    , m_field(new SearchField(tr("Search jobs and commands"), m_sheet))
    , m_list(new QListView(m_sheet))
    , m_nothing(new WrapLabel(
          tr("No command and no job has such a name."), TextStyle::Body, &Colors::text2, 0, m_sheet))
    , m_jobs(studio.connection, jobsWith({}))
    , m_recent(studio.settings)
    , m_rows(m_studio, actions, m_recent, window)
    , m_before(window.focusWidget())
{
    setObjectName(QStringLiteral("commandPalette"));
    m_field->setObjectName(QStringLiteral("commandField"));
    m_field->setAccessibleName(tr("Search jobs and commands"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_rows.model());
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *column = makeColumn(m_sheet, 8, {12, 12, 12, 10});
    column->addWidget(m_field);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    column->addWidget(makeFoot());
    window.installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_jobs.setFilter(jobsWith(PaletteQuery(text).text));
        fill();
    });
    connect(&m_jobs, &JobListWatch::changed, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { activate(index.row()); });
    fill();
}

void CommandPalette::fill()
{
    const QModelIndex before = m_list->currentIndex();
    const QString group = before.data(PaletteDelegate::Group).toString();
    const QString text = before.data().toString();
    m_rows.fill(PaletteQuery(m_field->text()), m_jobs.isLoaded() ? m_jobs.jobs() : std::vector<JobSummary>());
    m_nothing->setVisible(m_rows.count() == 0 && m_jobs.isLoaded());
    m_list->setVisible(!m_nothing->isVisibleTo(m_sheet));
    // Rows that came above it do not move the mark to another command.
    int chosen = m_rows.count() - 1;
    while (chosen > 0
        && (m_rows.model()->index(chosen, 0).data() != text
            || m_rows.model()->index(chosen, 0).data(PaletteDelegate::Group) != group))
        --chosen;
    m_list->setCurrentIndex(m_rows.model()->index(std::max(0, chosen), 0));
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot = new QWidget(m_sheet);
    auto *row = makeRow(foot, 6, {10, 8, 10, 0});
    const auto add = [row, foot](const QStringList &keys, const QString &text) {
        for (const QString &key : keys)
            row->addWidget(new KeyCap(key, foot));
        row->addWidget(new TextLabel(text, TextStyle::Caption, &Colors::text3, foot));
        row->addSpacing(10);
    };
    add({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choose"));
    add({QStringLiteral("↵")}, tr("do it"));
    add({QStringLiteral(">")}, tr("commands alone"));
    add({QStringLiteral("#")}, tr("jobs alone"));
    row->addStretch(1);
    return foot;
}

void CommandPalette::activate(int row)
{
    if (row < 0 || row >= m_rows.count())
        return;
    const PaletteRows::Row chosen = m_rows.at(row);
    if (!chosen.sign.isEmpty())
        return m_field->setText(chosen.sign);
    if (!chosen.command.isEmpty())
        m_recent.add(chosen.command);
    close();
    chosen.act();
}

void CommandPalette::move(int rows)
{
    const int count = m_rows.count();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + rows + count) % count;
    m_list->setCurrentIndex(m_rows.model()->index(row, 0));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_list->currentIndex().row());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the field keeps the focus
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void CommandPalette::place()
{
    const QWidget &window = *parentWidget();
    setGeometry(window.rect());
    const QSize size(std::min(scaled(sheetWidth), window.width() - 40),
        std::min(scaled(sheetHeight), window.height() - 100));
    m_sheet->setGeometry({QPoint((window.width() - size.width()) / 2, 64), size});
}

void CommandPalette::close()
{
    hide();
    deleteLater();
    setObjectName({});
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().overlay);
    painter.setRenderHint(QPainter::Antialiasing);
    drawShadow(painter, m_sheet->geometry(), dialogRadius, Elevation::Sheet);
}

void CommandPalette::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace atelier::ui
