#include "ui/plot/PlotCard.h"

#include "ui/text/Format.h"
#include "ui/widgets/AccessibleRole.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"

#include <QFileDialog>
#include <QMenu>
#include <QRegularExpression>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui {

namespace {

struct FileKind
{
    QString suffix;
    QString filter;
};

FileKind fileKind(PlotFormat format)
{
    switch (format) {
    case PlotFormat::Png:
        return {u"png"_s, PlotCard::tr("PNG picture (*.png)")};
    case PlotFormat::Svg:
        return {u"svg"_s, PlotCard::tr("SVG drawing (*.svg)")};
    default:
        return {u"csv"_s, PlotCard::tr("CSV table (*.csv)")};
    }
}

QString fileNameFor(const QString &metric)
{
    constexpr qsizetype longest = 60; // letters; a name of a file may have 255 bytes
    static const QRegularExpression unusual(u"[^\\p{L}\\p{N}._-]+"_s);
    QString name = metric;
    name.replace(unusual, u"-"_s);
    return name.left(longest);
}

} // namespace

PlotCard::PlotCard(RasterThread &raster, const QString &metric, QWidget *parent)
    : Card(parent)
    , m_metric(metric)
    , m_plot(new MetricPlot(raster, this))
    , m_value(new TextLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_expand(new IconButton(u"arrow_maximize", tr("Expand"), ControlSize::Small, this))
    , m_more(new IconButton(u"more_horizontal", tr("More"), ControlSize::Small, this))
{
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(metric);
    m_plot->setAccessibleName(metric);
    m_plot->setObjectName(u"plot"_s);
    m_value->setObjectName(u"lastValue"_s);
    m_expand->setObjectName(u"expandPlot"_s);
    m_expand->setAccessibleName(tr("Expand %1", "a metric").arg(metric));
    m_more->setObjectName(u"plotMenu"_s);
    m_more->setAccessibleName(tr("More for %1", "a metric").arg(metric));
    fillMenu();
    layOut();
    connect(m_expand, &IconButton::clicked, this, &PlotCard::expandRequested);
    connect(m_plot, &MetricPlot::viewChanged, this, &PlotCard::followView);
    connect(m_plot, &MetricPlot::drawn, this, &PlotCard::followValue);
    connect(m_plot, &MetricPlot::exported, this, &PlotCard::exported);
    connect(m_plot, &MetricPlot::exportFailed, this, &PlotCard::exportFailed);
    followView();
}

QSize PlotCard::sizeHint() const
{
    return {m_plot->sizeHint().width(), Card::sizeHint().height()};
}

void PlotCard::layOut()
{
    constexpr int headerTop = 9;
    constexpr int bottom = 7; // the chart keeps out of the round corners
    auto *column = makeColumn(this, 0, {1, headerTop, 1, bottom});
    auto *header = makeRow(nullptr, 0, {0, 0, 0, 2});
    header->addSpacing(16);
    auto *title = new ElidedLabel(m_metric, TextStyle::BodyStrong);
    title->setObjectName(u"metric"_s);
    title->setElideMode(Qt::ElideMiddle);
    title->setTextFormat(Qt::PlainText);
    title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    header->addWidget(title);
    header->addSpacing(10);
    header->addWidget(m_value);
    header->addStretch(1);
    header->addSpacing(10);
    header->addWidget(m_expand);
    header->addSpacing(4);
    header->addWidget(m_more);
    header->addSpacing(8);
    column->addLayout(header);
    column->addWidget(m_plot, 1);
}

void PlotCard::fillMenu()
{
    auto *menu = new QMenu(m_more);
    m_logAxis = menu->addAction(tr("Logarithmic axis"));
    m_logAxis->setCheckable(true);
    connect(m_logAxis, &QAction::toggled, this,
        [this](bool on) { m_plot->setScale(on ? PlotScale::Logarithmic : PlotScale::Linear); });
    m_resetZoom = menu->addAction(tr("Reset zoom"));
    connect(m_resetZoom, &QAction::triggered, m_plot, &MetricPlot::resetZoom);
    menu->addSeparator();
    addExport(*menu, tr("Export as PNG…"), PlotFormat::Png);
    addExport(*menu, tr("Export as SVG…"), PlotFormat::Svg);
    addExport(*menu, tr("Export as CSV…"), PlotFormat::Csv);
    m_more->setMenu(menu);
}

void PlotCard::addExport(QMenu &menu, const QString &text, PlotFormat format)
{
    connect(menu.addAction(text), &QAction::triggered, this, [this, format] { askForFile(format); });
}

void PlotCard::askForFile(PlotFormat format)
{
    const FileKind kind = fileKind(format);
    auto *dialog = new QFileDialog(this, tr("Export %1", "a metric").arg(m_metric));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kind.suffix);
    dialog->setNameFilter(kind.filter);
    dialog->selectFile(fileNameFor(m_metric) + u'.' + kind.suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &file) {
        m_plot->exportTo({m_metric, format, file.toStdString()});
    });
    dialog->open();
}

void PlotCard::followView()
{
    m_resetZoom->setEnabled(m_plot->isZoomed());
    m_logAxis->setChecked(m_plot->view().scale == PlotScale::Logarithmic);
}

void PlotCard::followValue()
{
    const auto last = m_plot->lastValue();
    const QString value = last ? metricText(*last) : QString();
    if (value == m_value->text())
        return;
    m_value->setText(value);
    m_value->setAccessibleName(value.isEmpty() ? value : tr("Last value %1").arg(value));
}

} // namespace atelier::ui
