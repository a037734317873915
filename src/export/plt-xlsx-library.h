/* libxlsxwriter and libarchive, loaded when the first workbook is written: with what they pull in,
 * they are a third of the time in which a program of ours starts, and most runs write none.
 *
 * Their functions are called by their own names after plt_xlsx_library_load(); a function that is
 * not listed here does not link. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* clang-format off */
#define PLT_XLSX_FUNCTIONS(F) \
  F (format_set_align) \
  F (format_set_bg_color) \
  F (format_set_bold) \
  F (format_set_bottom) \
  F (format_set_bottom_color) \
  F (format_set_font_color) \
  F (format_set_font_name) \
  F (format_set_font_size) \
  F (format_set_italic) \
  F (format_set_left) \
  F (format_set_left_color) \
  F (format_set_num_format) \
  F (format_set_right) \
  F (format_set_right_color) \
  F (format_set_rotation) \
  F (format_set_text_wrap) \
  F (format_set_top) \
  F (format_set_top_color) \
  F (lxw_rowcol_to_range) \
  F (workbook_add_format) \
  F (workbook_add_worksheet) \
  F (workbook_close) \
  F (workbook_define_name) \
  F (workbook_new) \
  F (workbook_set_properties) \
  F (worksheet_autofilter) \
  F (worksheet_conditional_format_range) \
  F (worksheet_fit_to_pages) \
  F (worksheet_freeze_panes) \
  F (worksheet_gridlines) \
  F (worksheet_ignore_errors) \
  F (worksheet_merge_range) \
  F (worksheet_outline_settings) \
  F (worksheet_repeat_columns) \
  F (worksheet_repeat_rows) \
  F (worksheet_set_column) \
  F (worksheet_set_default_row) \
  F (worksheet_set_footer) \
  F (worksheet_set_h_pagebreaks) \
  F (worksheet_set_header) \
  F (worksheet_set_landscape) \
  F (worksheet_set_margins) \
  F (worksheet_set_paper) \
  F (worksheet_set_portrait) \
  F (worksheet_set_print_scale) \
  F (worksheet_set_row) \
  F (worksheet_set_row_opt) \
  F (worksheet_set_v_pagebreaks) \
  F (worksheet_set_zoom) \
  F (worksheet_write_blank) \
  F (worksheet_write_formula_num) \
  F (worksheet_write_formula_str) \
  F (worksheet_write_number) \
  F (worksheet_write_rich_string) \
  F (worksheet_write_string)
#define PLT_XLSX_ARCHIVE_FUNCTIONS(F) \
  F (archive_read_data) \
  F (archive_read_free) \
  F (archive_read_new) \
  F (archive_read_next_header) \
  F (archive_read_open_filename) \
  F (archive_read_support_format_zip_seekable)
/* clang-format on */

typedef struct
{
#define PLT_XLSX_MEMBER(name) __typeof__ (&name) name;
  PLT_XLSX_FUNCTIONS (PLT_XLSX_MEMBER)
  PLT_XLSX_ARCHIVE_FUNCTIONS (PLT_XLSX_MEMBER)
#undef PLT_XLSX_MEMBER
} PltXlsxLibrary;

extern PltXlsxLibrary plt_xlsx_library;

/* FALSE with PLT_ERROR_FAILED when one of them is not installed. */
gboolean plt_xlsx_library_load (GError **error);

#ifndef PLT_XLSX_LIBRARY_NAMES
#define format_set_align plt_xlsx_library.format_set_align
#define format_set_bg_color plt_xlsx_library.format_set_bg_color
#define format_set_bold plt_xlsx_library.format_set_bold
#define format_set_bottom plt_xlsx_library.format_set_bottom
#define format_set_bottom_color plt_xlsx_library.format_set_bottom_color
#define format_set_font_color plt_xlsx_library.format_set_font_color
#define format_set_font_name plt_xlsx_library.format_set_font_name
#define format_set_font_size plt_xlsx_library.format_set_font_size
#define format_set_italic plt_xlsx_library.format_set_italic
#define format_set_left plt_xlsx_library.format_set_left
#define format_set_left_color plt_xlsx_library.format_set_left_color
#define format_set_num_format plt_xlsx_library.format_set_num_format
#define format_set_right plt_xlsx_library.format_set_right
#define format_set_right_color plt_xlsx_library.format_set_right_color
#define format_set_rotation plt_xlsx_library.format_set_rotation
#define format_set_text_wrap plt_xlsx_library.format_set_text_wrap
#define format_set_top plt_xlsx_library.format_set_top
#define format_set_top_color plt_xlsx_library.format_set_top_color
#define lxw_rowcol_to_range plt_xlsx_library.lxw_rowcol_to_range
#define workbook_add_format plt_xlsx_library.workbook_add_format
#define workbook_add_worksheet plt_xlsx_library.workbook_add_worksheet
#define workbook_close plt_xlsx_library.workbook_close
#define workbook_define_name plt_xlsx_library.workbook_define_name
#define workbook_new plt_xlsx_library.workbook_new
#define workbook_set_properties plt_xlsx_library.workbook_set_properties
#define worksheet_autofilter plt_xlsx_library.worksheet_autofilter
#define worksheet_conditional_format_range plt_xlsx_library.worksheet_conditional_format_range
#define worksheet_fit_to_pages plt_xlsx_library.worksheet_fit_to_pages
#define worksheet_freeze_panes plt_xlsx_library.worksheet_freeze_panes
#define worksheet_gridlines plt_xlsx_library.worksheet_gridlines
#define worksheet_ignore_errors plt_xlsx_library.worksheet_ignore_errors
#define worksheet_merge_range plt_xlsx_library.worksheet_merge_range
#define worksheet_outline_settings plt_xlsx_library.worksheet_outline_settings
#define worksheet_repeat_columns plt_xlsx_library.worksheet_repeat_columns
#define worksheet_repeat_rows plt_xlsx_library.worksheet_repeat_rows
#define worksheet_set_column plt_xlsx_library.worksheet_set_column
#define worksheet_set_default_row plt_xlsx_library.worksheet_set_default_row
#define worksheet_set_footer plt_xlsx_library.worksheet_set_footer
#define worksheet_set_h_pagebreaks plt_xlsx_library.worksheet_set_h_pagebreaks
#define worksheet_set_header plt_xlsx_library.worksheet_set_header
#define worksheet_set_landscape plt_xlsx_library.worksheet_set_landscape
#define worksheet_set_margins plt_xlsx_library.worksheet_set_margins
#define worksheet_set_paper plt_xlsx_library.worksheet_set_paper
#define worksheet_set_portrait plt_xlsx_library.worksheet_set_portrait
#define worksheet_set_print_scale plt_xlsx_library.worksheet_set_print_scale
#define worksheet_set_row plt_xlsx_library.worksheet_set_row
#define worksheet_set_row_opt plt_xlsx_library.worksheet_set_row_opt
#define worksheet_set_v_pagebreaks plt_xlsx_library.worksheet_set_v_pagebreaks
#define worksheet_set_zoom plt_xlsx_library.worksheet_set_zoom
#define worksheet_write_blank plt_xlsx_library.worksheet_write_blank
#define worksheet_write_formula_num plt_xlsx_library.worksheet_write_formula_num
#define worksheet_write_formula_str plt_xlsx_library.worksheet_write_formula_str
#define worksheet_write_number plt_xlsx_library.worksheet_write_number
#define worksheet_write_rich_string plt_xlsx_library.worksheet_write_rich_string
#define worksheet_write_string plt_xlsx_library.worksheet_write_string
#define archive_read_data plt_xlsx_library.archive_read_data
#define archive_read_free plt_xlsx_library.archive_read_free
#define archive_read_new plt_xlsx_library.archive_read_new
#define archive_read_next_header plt_xlsx_library.archive_read_next_header
#define archive_read_open_filename plt_xlsx_library.archive_read_open_filename
#define archive_read_support_format_zip_seekable                                                   \
  plt_xlsx_library.archive_read_support_format_zip_seekable
#endif

G_END_DECLS
