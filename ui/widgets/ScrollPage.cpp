#include "ui/widgets/ScrollPage.h"

#include "ui/widgets/Layouts.h"

namespace atelier::ui {

namespace {

constexpr int gutter = 24;
constexpr int blockGap = 12;

} // namespace

ScrollPage::ScrollPage(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    m_column = makeColumn(page, blockGap, {gutter, 16, gutter, gutter});
    setWidget(page);
    // The page's own background shows through, whichever it is.
    viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
}

} // namespace atelier::ui
