#include "ui/theme/StudioStyle.h"

#include "ui/theme/Colors.h"
#include "ui/theme/style/Families.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>

namespace atelier::ui {

namespace {

template<typename... Kinds>
bool isAnyOf(const QWidget *widget)
{
    return (... || (qobject_cast<const Kinds *>(widget) != nullptr));
}

bool isHovering(const QWidget *widget)
{
    return isAnyOf<QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QScrollBar, QSlider,
        QHeaderView, QSplitterHandle>(widget);
}

bool isWell(const QWidget *widget)
{
    return isAnyOf<QPlainTextEdit, QTextEdit, QAbstractItemView>(widget) && !isAnyOf<QHeaderView>(widget);
}

void polishComboPopup(QWidget &container)
{
    auto *view = container.findChild<QAbstractItemView *>();
    if (view == nullptr)
        return;
    // The delegate of QComboBox paints its items without the style.
    view->setItemDelegate(new QStyledItemDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->viewport()->setAutoFillBackground(false);
}

} // namespace

StudioStyle::StudioStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void StudioStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isHovering(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (isWell(widget))
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
    const bool combo = widget->inherits("QComboBoxPrivateContainer");
    if (combo)
        polishComboPopup(*widget);
    if (combo || isAnyOf<QMenu>(widget) || widget->inherits("QTipLabel"))
        m_corners.round(*widget);
}

int StudioStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuDesktopFrameWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_ComboBoxFrameWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_SplitterWidth:
        return 5;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_ToolTipLabelFrameWidth:
        return 8;
    case PM_HeaderMargin:
        return 10;
    case PM_ScrollBarExtent:
    case PM_HeaderMarkSize:
        return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TreeViewIndentation:
        return 16;
    case PM_SliderLength:
        return 18;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_ToolBarIconSize:
        return 20;
    case PM_ScrollBarSliderMin:
        return 32;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int StudioStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_UnderlineShortcut:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    // Anything else, and QHeaderView keeps room for its own arrow and elides early.
    case SH_Header_ArrowAlignment:
        return Qt::AlignTop | Qt::AlignHCenter;
    case SH_ToolTip_WakeUpDelay:
        return 450;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize StudioStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const style::Contents contents{
        type, option, QProxyStyle::sizeFromContents(type, option, size, widget), widget};
    for (const auto family :
        {style::buttonSize, style::fieldSize, style::menuSize, style::viewSize, style::tabSize})
        if (const auto own = family(contents))
            return *own;
    return contents.size;
}

QRect StudioStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    for (const auto family : {style::fieldRect, style::rangeRect})
        if (const auto own = family(control, part, *option))
            return *own;
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect StudioStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect box = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? box.adjusted(6, 0, -6, 0) : box;
}

void StudioStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const style::Paint paint{*option, *painter, widget, *proxy()};
    if (style::drawButton(element, paint) || style::drawCheck(element, paint)
        || style::drawField(element, paint) || style::drawMenu(element, paint)
        || style::drawView(element, paint))
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void StudioStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const style::Paint paint{*option, *painter, widget, *proxy()};
    if (style::drawButton(element, paint) || style::drawField(element, paint)
        || style::drawRange(element, paint) || style::drawMenu(element, paint)
        || style::drawView(element, paint) || style::drawTab(element, paint))
        return;
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element != CE_ItemViewItem || item == nullptr) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    // A selection is a tint, so that selected text keeps its colour.
    QStyleOptionViewItem tinted = *item;
    tinted.palette.setColor(QPalette::HighlightedText, colors().text);
    tinted.state &= ~State_HasFocus;
    QProxyStyle::drawControl(element, &tinted, painter, widget);
}

void StudioStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const style::Paint paint{*option, *painter, widget, *proxy()};
    if (style::drawButton(control, paint) || style::drawField(control, paint)
        || style::drawRange(control, paint))
        return;
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace atelier::ui
