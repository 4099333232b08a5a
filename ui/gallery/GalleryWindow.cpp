#include "ui/gallery/GalleryWindow.h"

#include "ui/gallery/GalleryPages.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pane.h"
#include "ui/widgets/Segmented.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ToggleSwitch.h"

#include <QListWidget>
#include <QPainter>
#include <QSlider>
#include <QStackedWidget>

#include <cmath>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

constexpr int namesWidth = 168;

} // namespace

GalleryWindow::GalleryWindow(Theme &theme)
    : m_theme(theme)
    , m_names(new QListWidget)
    , m_pages(new QStackedWidget)
{
    setWindowTitle(u"Atelier gallery"_s);
    resize(1240, 760);
    QVBoxLayout *column = makeColumn(this, 0);
    column->addWidget(makeBar());
    QHBoxLayout *row = makeRow(nullptr, 0);
    column->addLayout(row, 1);
    m_names->setFixedWidth(namesWidth);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setAccessibleName(u"Pages"_s);
    row->addWidget(m_names);
    row->addWidget(m_pages, 1);
    const QList<Page> all = pages();
    for (const Page &page : all) {
        new QListWidgetItem(icon(page.icon), page.name, m_names);
        m_pages->addWidget(page.make());
    }
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_names->setCurrentRow(0);
}

bool GalleryWindow::showPage(const QString &name)
{
    const QList<QListWidgetItem *> found = m_names->findItems(name, Qt::MatchExactly);
    if (found.isEmpty())
        return false;
    m_names->setCurrentItem(found.first());
    return true;
}

void GalleryWindow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), colors().canvas);
}

QWidget *GalleryWindow::makeBar()
{
    auto *bar = new Pane(&Colors::chrome, Qt::BottomEdge);
    QHBoxLayout *row = makeRow(bar, 16, {16, 7, 16, 8});
    row->addWidget(new TextLabel(u"Gallery"_s, TextStyle::BodyStrong));
    row->addStretch(1);
    auto *still = new ToggleSwitch(u"Reduce motion"_s);
    connect(still, &ToggleSwitch::toggled, &m_theme, &Theme::setReducedMotion);
    row->addWidget(still);
    auto *size = new QSlider(Qt::Horizontal);
    size->setAccessibleName(u"Text size"_s);
    size->setFixedWidth(120);
    size->setRange(90, 150);
    size->setValue(static_cast<int>(std::lround(m_theme.textScale() * 100)));
    connect(size, &QSlider::valueChanged, &m_theme,
        [this](int percent) { m_theme.setTextScale(percent / 100.0); });
    row->addWidget(size);
    auto *schemes = new Segmented(u"Theme"_s,
        {{u"System"_s}, {u"Light"_s}, {u"Dark"_s}, {u"High contrast"_s}, {u"High contrast, light"_s}});
    schemes->setCurrent(static_cast<int>(m_theme.scheme()));
    connect(schemes, &Segmented::currentChanged, &m_theme,
        [this](int index) { m_theme.setScheme(static_cast<Scheme>(index)); });
    row->addWidget(schemes);
    return bar;
}

} // namespace atelier::ui::gallery
